package dev.firstday.steps.resources;

import dev.firstday.catalog.Note;
import dev.firstday.engine.assess.Assessment;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A product that sets up the accounts of an organization. What it made in an account is known by
 * its name and is judged like all else, but changed by nobody here: the landing zone reports it as
 * drift and puts it back, and its policies refuse the call in a member account.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/controltower/latest/userguide/shared-account-resources.html">Resources
 *     created in the shared accounts</a>
 */
public enum LandingZone {
  CONTROL_TOWER("AWS Control Tower", "aws-controltower", "awscontroltower"),
  ACCELERATOR("Landing Zone Accelerator", "awsaccelerator", "aws-accelerator");

  private final String product;
  private final List<String> prefixes;

  LandingZone(String product, String... prefixes) {
    this.product = product;
    this.prefixes = List.of(prefixes);
  }

  /**
   * Whose a resource is.
   *
   * @param name its name, or its ARN
   * @return empty for one of the account's own
   */
  public static Optional<LandingZone> of(String name) {
    String[] arn = name.split(":", 6);
    String resource = arn.length == 6 && arn[0].equals("arn") ? arn[5] : name;
    // arn:aws:iam::1:role/NAME, arn:aws:logs:r:1:log-group:/NAME:*, arn:aws:sns:r:1:NAME
    String plain =
        resource
            .toLowerCase(Locale.ROOT)
            .replaceFirst("^(role/(.*/)?|trail/|rule/(.*/)?|log-group:|alarm:)", "")
            .replaceFirst("^/", "");
    return List.of(values()).stream()
        .filter(zone -> zone.prefixes.stream().anyMatch(plain::startsWith))
        .findFirst();
  }

  /**
   * Says whose a resource is that lacks something.
   *
   * @return whether it belongs to a landing zone, and nothing of it may be changed
   */
  public static boolean keeps(String name, Assessment.Builder found) {
    Optional<LandingZone> zone = of(name);
    zone.ifPresent(owner -> found.info(Note.of("landing-zone", name, owner.product)));
    return zone.isPresent();
  }
}
