import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import org.ofdrw.converter.export.PDFExporterIText;
import org.ofdrw.core.attachment.CT_Attachment;
import org.ofdrw.reader.ContentExtractor;
import org.ofdrw.reader.OFDReader;

/** What ofdrw makes of OFD files: beside each of them its pages as PDF, its text, and a folder with the files attached to it. */
public class Judge {
  public static void main(String[] files) throws Exception {
    for (String file : files) {
      Path path = Paths.get(file);
      try (PDFExporterIText exporter = new PDFExporterIText(path, Paths.get(file + ".pdf"))) {
        exporter.export();
      }
      try (OFDReader reader = new OFDReader(path)) {
        ContentExtractor extractor = new ContentExtractor(reader);
        StringBuilder text = new StringBuilder();
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
          text.append(String.join("", extractor.getPageContent(page))).append('\f');
        }
        Files.writeString(Paths.get(file + ".txt"), text);
        Path folder = Files.createDirectory(Paths.get(file + ".attached"));
        for (CT_Attachment attachment : reader.getAttachmentList()) {
          Path target = folder.resolve(attachment.getAttachmentName() + "." + attachment.getFormat());
          Files.copy(reader.getAttachmentFile(attachment), target);
        }
      }
    }
  }
}
