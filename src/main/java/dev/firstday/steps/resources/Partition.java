package dev.firstday.steps.resources;

import dev.firstday.aws.Account;
import java.util.List;

/** What is elsewhere in a partition of AWS: Regions of one have no credentials in another. */
public final class Partition {
  private Partition() {}

  private static String of(Account account) {
    return account.identity().partition();
  }

  /** Where what belongs to no Region is delivered; empty if AWS has not documented it. */
  public static List<String> globalEvents(Account account) {
    return switch (of(account)) {
      // Each is the other's backup.
      case "aws" -> List.of("us-east-1", "us-west-2");
      case "aws-us-gov" -> List.of("us-gov-west-1", "us-gov-east-1");
      case "aws-cn" -> List.of("cn-north-1", "cn-northwest-1");
      default -> List.of();
    };
  }

  /** Where services without Regions are, as CloudFront. */
  public static String globalRegion(Account account) {
    return switch (of(account)) {
      case "aws" -> "us-east-1";
      case "aws-us-gov" -> "us-gov-west-1";
      case "aws-cn" -> "cn-northwest-1";
      default -> account.homeRegion();
    };
  }

  /** Whether CloudFront is there at all. */
  public static boolean hasCloudFront(Account account) {
    return of(account).equals("aws") || of(account).equals("aws-cn");
  }

  /** Behind an account's number or alias, the host where its users sign in. */
  public static String signIn(Account account) {
    return switch (of(account)) {
      case "aws-cn" -> "signin.amazonaws.cn";
      case "aws-us-gov" -> "signin.amazonaws-us-gov.com";
      default -> "signin.aws.amazon.com";
    };
  }

  /** The host of the console, without a Region. */
  public static String console(Account account) {
    return switch (of(account)) {
      case "aws-us-gov" -> "console.amazonaws-us-gov.com";
      case "aws-cn" -> "console.amazonaws.cn";
      case "aws-eusc" -> "console.amazonaws-eusc.eu";
      default -> "console.aws.amazon.com";
    };
  }
}
