package dev.firstday.practice;

import dev.firstday.practice.iam.PasswordPolicies;
import dev.firstday.practice.model.People;
import dev.firstday.practice.model.PracticeState;
import dev.firstday.practice.model.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.account.model.AlternateContact;
import software.amazon.awssdk.services.account.model.AlternateContactType;
import software.amazon.awssdk.services.iam.model.UpdateAccountPasswordPolicyRequest;
import software.amazon.awssdk.services.s3control.model.PublicAccessBlockConfiguration;

/** An account on which somebody began by hand: some things are there, some are weak or wrong. */
final class HalfDoneAccount {
  private HalfDoneAccount() {}

  static void prepare(PracticeState model) {
    HalfDoneRecords.prepare(model);
    HalfDoneWatch.prepare(model);
    HalfDoneBilling.prepare(model);
    workload(model);
    people(model);
    contacts(model);
    passwordPolicy(model);
    model.rootMfa = PracticeState.RootMfa.VIRTUAL;
  }

  private static void contacts(PracticeState model) {
    model.contact = model.contact.toBuilder().phoneNumber("+8109012345678").build();
    model.contacts.put(
        AlternateContactType.SECURITY,
        AlternateContact.builder()
            .alternateContactType(AlternateContactType.SECURITY)
            .name("Aoi Tanaka")
            .title("Founder")
            .emailAddress("aoi@example.com")
            .phoneNumber("+819012345678")
            .build());
  }

  private static void passwordPolicy(PracticeState model) {
    model.passwordPolicy =
        Optional.of(
            PasswordPolicies.of(
                UpdateAccountPasswordPolicyRequest.builder()
                    .minimumPasswordLength(8)
                    .requireLowercaseCharacters(true)
                    .requireNumbers(true)
                    .allowUsersToChangePassword(true)
                    .build()));
  }

  /** Users as they are after some months. */
  private static void people(PracticeState model) {
    Instant before = model.opened.minus(Duration.ofDays(200));
    model.people.rootUsed = before;
    model.people.rootKeys = 1;
    People.UserRecord aoi = model.people.add(new People.UserRecord("aoi", before));
    aoi.password = Optional.of(before);
    aoi.devices.put("arn:aws:iam::123456789012:mfa/aoi", before);
    People.Team admins = model.people.add(new People.Team("Admins", before));
    admins.policies.add(People.ADMINISTRATOR);
    admins.members.add("aoi");
    model.people.add(new People.UserRecord("ren", before)).password = Optional.of(before);
    People.UserRecord ci = model.people.add(new People.UserRecord("ci", before));
    Optional<Instant> used = Optional.of(model.opened.minus(Duration.ofDays(60)));
    ci.keys.add(new People.AccessKeyRecord("AKIAPRACTICE00000001", before, used));
  }

  /** A small shop: somebody guarded a part of it, and left a secret lying about. */
  private static void workload(PracticeState model) {
    model.workloads.publicAccessBlock =
        Optional.of(
            PublicAccessBlockConfiguration.builder()
                .blockPublicAcls(true)
                .ignorePublicAcls(true)
                .blockPublicPolicy(false)
                .restrictPublicBuckets(false)
                .build());
    Workload elsewhere = model.workloads.in("us-east-1");
    elsewhere.encrypted();
    elsewhere.metadataDefaults("required", 1);
    Workload tokyo = model.workloads.in("ap-northeast-1");
    tokyo.metadataDefaults("optional", 3);
    tokyo.analyzer("by-hand", "ACCOUNT", "ACTIVE");
    tokyo.analyzer("unused", "ACCOUNT_UNUSED_ACCESS", "ACTIVE");
    tokyo.flowLogs("ALL", "SUCCESS");
    tokyo.network("vpc-0a1b2c3d4e5f60001");
    tokyo.database("shop");
    tokyo.table("orders", 3L << 30);
    tokyo.balancer("web", "application", Map.of());
    tokyo.instance("i-0a1b2c3d4e5f60001", "#!/bin/sh\nyum -y update\n", true);
    tokyo.instance("i-0a1b2c3d4e5f60002", "", false);
    tokyo.function(
        "checkout", Map.of("TABLE", "orders", "DB_PASSWORD", "practice-marker-never-shown"));
  }
}
