import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import org.ofdrw.layout.OFDDoc;
import org.ofdrw.layout.VirtualPage;
import org.ofdrw.layout.element.Paragraph;
import org.ofdrw.layout.element.Position;
import org.ofdrw.layout.element.Span;
import org.ofdrw.layout.element.canvas.Cell;
import org.ofdrw.layout.element.canvas.TextAlign;
import org.ofdrw.layout.element.canvas.VerticalAlign;

/**
 * Writes OFD files with ofdrw's own layout: of each plan, a text of lines of fields between tabs. `page` begins a page, `text X Y WIDTH SIZE INDENT TEXT`
 * is a paragraph that ofdrw breaks, `cell X Y WIDTH HEIGHT SIZE TEXT` a cell with a border. Millimetres.
 */
public class Writer {
  public static void main(String[] plans) throws Exception {
    for (String plan : plans) {
      try (OFDDoc document = new OFDDoc(Paths.get(plan + ".ofd"))) {
        VirtualPage page = null;
        for (String line : Files.readAllLines(Paths.get(plan))) {
          String[] fields = line.split("\t", -1);
          if (fields[0].equals("page")) {
            page = new VirtualPage(document.getPageLayout());
            document.addVPage(page);
          } else {
            page.add(fields[0].equals("text") ? paragraph(fields) : cell(fields));
          }
        }
      }
    }
  }

  static double number(String field) {
    return Double.parseDouble(field);
  }

  static Paragraph paragraph(String[] fields) {
    Paragraph paragraph = new Paragraph();
    paragraph.add(new Span(fields[6]).setFontSize(number(fields[4])));
    paragraph.setFirstLineIndent((int) number(fields[5]));
    paragraph.setPosition(Position.Absolute).setX(number(fields[1])).setY(number(fields[2])).setWidth(number(fields[3]));
    return paragraph;
  }

  static Cell cell(String[] fields) {
    Cell cell = new Cell(number(fields[1]), number(fields[2]), number(fields[3]), number(fields[4]));
    cell.setBorder(0.2);
    cell.setFontSize(number(fields[5])).setTextAlign(TextAlign.center).setVerticalAlign(VerticalAlign.center).setValue(fields[6]);
    return cell;
  }
}
