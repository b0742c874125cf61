package dev.firstday.aws.signin.network;

import dev.firstday.aws.signin.settings.AwsSettings;
import dev.firstday.catalog.Note;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/**
 * The certificates of a bundle, which are trusted in place of Java's own, as the AWS CLI does.
 *
 * @param bundle those of the bundle; never empty
 */
record TrustedCertificates(List<Certificate> bundle) {
  private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
  private static final String END = "-----END CERTIFICATE-----";

  // Ten times what the bundle of all public authorities takes.
  private static final long LARGEST = 4 << 20;

  /**
   * The bundle that is named: by {@code AWS_CA_BUNDLE}, else by {@code ca_bundle} of the profile,
   * else by {@code REQUESTS_CA_BUNDLE}.
   *
   * @return empty if none is named, or the one that is named can't be used
   */
  static Optional<TrustedCertificates> of(AwsSettings settings, Consumer<Note> wrong) {
    return settings
        .setting(List.of("AWS_CA_BUNDLE"), "ca_bundle")
        .or(() -> settings.setting(List.of("REQUESTS_CA_BUNDLE"), "ca_bundle"))
        .flatMap(set -> read(set.place(), set.value(), wrong));
  }

  private static Optional<TrustedCertificates> read(
      String place, String file, Consumer<Note> wrong) {
    try {
      Path path = Path.of(file);
      if (!Files.isRegularFile(path) || Files.size(path) > LARGEST) {
        wrong.accept(Note.of("settings.ca-bundle", place, file));
        return Optional.empty();
      }
      return parse(place, file, Files.readString(path, StandardCharsets.ISO_8859_1), wrong);
    } catch (IOException | IllegalArgumentException e) {
      wrong.accept(Note.of("settings.ca-bundle", place, file));
      return Optional.empty();
    }
  }

  // Between the certificates may be anything: bundles name their owners there.
  private static Optional<TrustedCertificates> parse(
      String place, String file, String text, Consumer<Note> wrong) {
    List<Certificate> found = new ArrayList<>();
    for (int at = text.indexOf(BEGIN); at >= 0; at = text.indexOf(BEGIN, at + 1)) {
      int end = text.indexOf(END, at);
      try {
        String one = end < 0 ? text.substring(at) : text.substring(at, end + END.length());
        found.add(certificate(one));
      } catch (CertificateException e) {
        long line = text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
        wrong.accept(Note.of("settings.ca-bundle-line", place, file + ":" + line));
        return Optional.empty();
      }
    }
    if (found.isEmpty()) {
      wrong.accept(Note.of("settings.ca-bundle-empty", place, file));
      return Optional.empty();
    }
    return Optional.of(new TrustedCertificates(List.copyOf(found)));
  }

  private static Certificate certificate(String pem) throws CertificateException {
    return CertificateFactory.getInstance("X.509")
        .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.ISO_8859_1)));
  }

  /** What makes connections that trust these alone. */
  SSLSocketFactory sockets() {
    try {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      for (Certificate certificate : bundle) {
        store.setCertificateEntry("ca-" + store.size(), certificate);
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context.getSocketFactory();
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e); // All of it comes with every Java.
    }
  }
}
