// java Verify.java FOLDER: Java's PKIX trust manager judges the chains of relying_chains.cpp. Reads the numbers from
// verdicts.tsv, and prints for each "N <tab> accepted or refused <tab> why". It is told no host name.

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

public class Verify {
  private static final Date AT = Date.from(Instant.parse("2026-06-15T12:00:00Z"));

  private static X509Certificate read(CertificateFactory factory, Path path) throws Exception {
    return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(Files.readAllBytes(path)));
  }

  private static void judge(Path folder, String number) throws Exception {
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    List<X509Certificate> chain = new ArrayList<>();
    chain.add(read(factory, folder.resolve(number + ".target.der")));
    for (int i = 0; Files.exists(folder.resolve(number + ".pool." + i + ".der")); ++i) {
      chain.add(read(factory, folder.resolve(number + ".pool." + i + ".der")));
    }
    TrustAnchor anchor = new TrustAnchor(read(factory, folder.resolve(number + ".anchor.der")), null);
    PKIXBuilderParameters parameters = new PKIXBuilderParameters(Set.of(anchor), new X509CertSelector());
    parameters.setRevocationEnabled(false);
    parameters.setDate(AT);
    TrustManagerFactory managers = TrustManagerFactory.getInstance("PKIX");
    managers.init(new CertPathTrustManagerParameters(parameters));
    X509TrustManager manager = (X509TrustManager) managers.getTrustManagers()[0];
    manager.checkServerTrusted(chain.toArray(new X509Certificate[0]), "ECDHE_ECDSA");
  }

  private static String why(Throwable thrown) {
    StringBuilder text = new StringBuilder();
    for (Throwable each = thrown; each != null; each = each.getCause()) text.append(each).append(" | ");
    return text.toString().replaceAll("\\s+", " ");
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    for (String line : Files.readAllLines(folder.resolve("verdicts.tsv"))) {
      String number = line.substring(0, line.indexOf('\t'));
      try {
        judge(folder, number);
        System.out.println(number + "\taccepted\t");
      } catch (CertificateException refused) {
        System.out.println(number + "\trefused\t" + why(refused));
      }
    }
  }
}
