package dev.firstday.catalog;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What counts as a page of AWS's console. A person who is sent there signs in, so no other host is
 * accepted.
 */
final class ConsolePage {
  static final String EXAMPLE = "https://console.aws.amazon.com/iam/home";

  // The hosts of AWS's partitions and their subdomains, such as those of a Region.
  private static final List<String> HOSTS =
      List.of(
          "console.aws.amazon.com",
          "console.amazonaws-us-gov.com",
          "console.amazonaws.cn",
          "console.amazonaws-eusc.eu");

  private ConsolePage() {}

  /** The page; empty if the text is no page of AWS's console. */
  static Optional<String> of(String text) {
    return Optional.of(text).filter(link -> link.matches("[!-~]+")).filter(ConsolePage::isAws);
  }

  private static boolean isAws(String link) {
    try {
      URI page = new URI(link);
      String host = page.getHost() == null ? "" : page.getHost().toLowerCase(Locale.ROOT);
      return "https".equals(page.getScheme())
          && page.getRawUserInfo() == null
          && page.getPort() < 0
          && HOSTS.stream().anyMatch(aws -> host.equals(aws) || host.endsWith("." + aws));
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
