import java.math.BigInteger;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Security;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.ofdrw.gm.ses.v1.SES_ESPictrueInfo;
import org.ofdrw.gm.ses.v1.SES_Header;
import org.ofdrw.gm.ses.v4.CertInfoList;
import org.ofdrw.gm.ses.v4.SES_CertList;
import org.ofdrw.gm.ses.v4.SES_ESPropertyInfo;
import org.ofdrw.gm.ses.v4.SES_SealInfo;
import org.ofdrw.gm.ses.v4.SESeal;
import org.ofdrw.reader.OFDReader;
import org.ofdrw.sign.OFDSigner;
import org.ofdrw.sign.SignMode;
import org.ofdrw.sign.signContainer.SESV4Container;
import org.ofdrw.sign.stamppos.NormalStampPos;
import org.ofdrw.sign.verify.OFDValidator;
import org.ofdrw.sign.verify.container.SESV4ValidateContainer;

/**
 * ofdrw as a signing service, with keys made for this run: `PICTURE FILE PAGE X Y WIDTH HEIGHT…` seals each file at its place and writes
 * `FILE.signed`; then says of each in a line whether what it shows is what was sealed, and what it says when a page is changed.
 */
public class Signer {
  static final String SM2 = "SM3withSM2";

  public static void main(String[] args) throws Exception {
    Security.addProvider(new BouncyCastleProvider());
    KeyPair keys = keys();
    X509Certificate certificate = certificate(keys);
    SESeal seal = seal(keys, certificate, Files.readAllBytes(Paths.get(args[0])));
    for (int i = 1; i < args.length; i += 6) {
      double[] at = new double[5];
      for (int k = 0; k < 5; k++) at[k] = Double.parseDouble(args[i + 1 + k]);
      NormalStampPos place = new NormalStampPos((int) at[0], at[1], at[2], at[3], at[4]);
      sign(args[i], new SESV4Container(keys.getPrivate(), seal, certificate), place);
      Path signed = Paths.get(args[i] + ".signed");
      System.out.println(verdict(signed) + " " + verdict(altered(signed)));
    }
  }

  static void sign(String file, SESV4Container container, NormalStampPos place) throws Exception {
    try (OFDReader reader = new OFDReader(Paths.get(file));
        OFDSigner signer = new OFDSigner(reader, Paths.get(file + ".signed"))) {
      signer.setSignMode(SignMode.WholeProtected).setSignContainer(container).addApPos(place).exeSign();
    }
  }

  /** A copy of a file in which a text of the first page begins with another character. */
  static Path altered(Path file) throws Exception {
    Path copy = Paths.get(file + ".altered");
    Files.copy(file, copy);
    try (FileSystem parts = FileSystems.newFileSystem(copy)) {
      Path page = parts.getPath("Doc_0/Pages/Page_0/Content.xml");
      Files.writeString(page, Files.readString(page).replaceFirst("(<ofd:TextCode [^>]*>).", "$1改"));
    }
    return copy;
  }

  static String verdict(Path file) {
    try (OFDReader reader = new OFDReader(file); OFDValidator validator = new OFDValidator(reader)) {
      validator.setValidator(new SESV4ValidateContainer()).exeValidate();
      return "valid";
    } catch (Exception error) {
      return error.getClass().getSimpleName();
    }
  }

  static KeyPair keys() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", "BC");
    generator.initialize(new ECGenParameterSpec("sm2p256v1"));
    return generator.generateKeyPair();
  }

  static X509Certificate certificate(KeyPair keys) throws Exception {
    X500Name name = new X500Name("CN=nianbao proof");
    Instant now = Instant.now();
    JcaX509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            name,
            BigInteger.ONE,
            Date.from(now.minus(1, ChronoUnit.DAYS)),
            Date.from(now.plus(1, ChronoUnit.DAYS)),
            name,
            keys.getPublic());
    return new JcaX509CertificateConverter()
        .setProvider("BC")
        .getCertificate(builder.build(new JcaContentSignerBuilder(SM2).setProvider("BC").build(keys.getPrivate())));
  }

  static SESeal seal(KeyPair keys, X509Certificate certificate, byte[] picture) throws Exception {
    Instant now = Instant.now();
    SES_ESPropertyInfo property =
        new SES_ESPropertyInfo()
            .setType(new org.bouncycastle.asn1.ASN1Integer(1))
            .setName(new DERUTF8String("示例印章"))
            .setCertListType(SES_ESPropertyInfo.CertListType)
            .setCertList(new SES_CertList(new CertInfoList().add(new DEROctetString(certificate.getEncoded()))))
            .setCreateDate(time(now))
            .setValidStart(time(now.minus(1, ChronoUnit.DAYS)))
            .setValidEnd(time(now.plus(1, ChronoUnit.DAYS)));
    SES_SealInfo info =
        new SES_SealInfo()
            .setHeader(new SES_Header(SES_Header.V4, new org.bouncycastle.asn1.DERIA5String("nianbao")))
            .setEsID("1")
            .setProperty(property)
            .setPicture(new SES_ESPictrueInfo().setType("PNG").setData(picture).setWidth(42).setHeight(42));
    Signature signature = Signature.getInstance(SM2, "BC");
    signature.initSign(keys.getPrivate());
    signature.update(info.getEncoded("DER"));
    return new SESeal()
        .seteSealInfo(info)
        .setCert(certificate)
        .setSignAlgID(GMObjectIdentifiers.sm2sign_with_sm3)
        .setSignedValue(signature.sign());
  }

  static ASN1GeneralizedTime time(Instant instant) {
    return new ASN1GeneralizedTime(Date.from(instant));
  }
}
