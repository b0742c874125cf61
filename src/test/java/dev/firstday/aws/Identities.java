package dev.firstday.aws;

import dev.firstday.engine.account.Identity;
import java.util.Optional;

/** Identities for tests. */
public final class Identities {
  /** Whoever is signed in to the practice account. */
  public static final Identity PRACTICE = in("aws");

  private Identities() {}

  /** The practice account, were it in another partition. */
  public static Identity in(String partition) {
    return new Identity(
        "123456789012",
        Optional.empty(),
        "arn:%s:iam::123456789012:user/aoi".formatted(partition),
        Identity.Kind.USER,
        "aoi",
        partition,
        "ap-northeast-1",
        Optional.of("FREE"),
        Optional.empty(),
        Optional.of("new"));
  }
}
