package dev.firstday.practice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.account.model.AlternateContact;
import software.amazon.awssdk.services.account.model.AlternateContactType;
import software.amazon.awssdk.services.account.model.ContactInformation;
import software.amazon.awssdk.services.budgets.model.Budget;
import software.amazon.awssdk.services.budgets.model.Notification;
import software.amazon.awssdk.services.budgets.model.Subscriber;
import software.amazon.awssdk.services.iam.model.PasswordPolicy;

/** What there is in the practice account. Who uses it holds its lock. */
final class Model {
  static final String ACCOUNT_ID = "123456789012";
  static final String USER_ARN = "arn:aws:iam::" + ACCOUNT_ID + ":user/aoi";
  static final String ROOT_ARN = "arn:aws:iam::" + ACCOUNT_ID + ":root";

  /** The root user's MFA. */
  enum RootMfa {
    NONE,
    PASSKEY,
    VIRTUAL
  }

  /** A budget, and whom each of its alerts reaches. */
  record BudgetRecord(Budget budget, Map<Notification, List<Subscriber>> alerts) {
    BudgetRecord(Budget budget) {
      this(budget, new LinkedHashMap<>());
    }

    void alert(Notification alert, List<Subscriber> subscribers) {
      alerts.put(alert, new ArrayList<>(subscribers));
    }
  }

  final Instant opened;
  RootMfa rootMfa = RootMfa.NONE;
  Optional<PasswordPolicy> passwordPolicy = Optional.empty();
  ContactInformation contact =
      ContactInformation.builder()
          .fullName("Aoi Tanaka")
          .companyName("Tanaka Works")
          .addressLine1("1-2-3 Example")
          .city("Chiyoda-ku")
          .stateOrRegion("Tokyo")
          .postalCode("100-0001")
          .countryCode("JP")
          .phoneNumber("090-1234-5678")
          .build();
  final Map<AlternateContactType, AlternateContact> contacts =
      new EnumMap<>(AlternateContactType.class);
  final Map<String, BudgetRecord> budgets = new TreeMap<>();

  /** The organization's management account, for a member of one. */
  Optional<String> managementAccount = Optional.empty();

  Model(Instant opened) {
    this.opened = opened;
  }
}
