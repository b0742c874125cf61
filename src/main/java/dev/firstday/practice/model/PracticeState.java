package dev.firstday.practice.model;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.account.model.AlternateContact;
import software.amazon.awssdk.services.account.model.AlternateContactType;
import software.amazon.awssdk.services.account.model.ContactInformation;
import software.amazon.awssdk.services.artifact.model.CustomerAgreementSummary;
import software.amazon.awssdk.services.budgets.model.Budget;
import software.amazon.awssdk.services.budgets.model.Notification;
import software.amazon.awssdk.services.budgets.model.Subscriber;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.iam.model.PasswordPolicy;

/** What there is in the practice account. Who uses it holds its lock. */
public final class PracticeState {
  public static final String ACCOUNT_ID = "123456789012";
  public static final String USER_ARN = "arn:aws:iam::" + ACCOUNT_ID + ":user/aoi";
  public static final String ROOT_ARN = "arn:aws:iam::" + ACCOUNT_ID + ":root";

  /** The status of a Region that has to be switched on first, and is not. */
  public static final String REGION_OFF = "not-opted-in";

  private static final List<String> ENABLED_REGIONS =
      List.of(
          "ap-northeast-1",
          "ap-northeast-2",
          "ap-northeast-3",
          "ap-south-1",
          "ap-southeast-1",
          "ap-southeast-2",
          "ca-central-1",
          "eu-central-1",
          "eu-north-1",
          "eu-west-1",
          "eu-west-2",
          "eu-west-3",
          "sa-east-1",
          "us-east-1",
          "us-east-2",
          "us-west-1",
          "us-west-2");

  /** The root user's MFA. */
  public enum RootMfa {
    NONE,
    PASSKEY,
    VIRTUAL
  }

  /** A budget, and whom each of its alerts reaches. */
  public record BudgetRecord(Budget budget, Map<Notification, List<Subscriber>> alerts) {
    public BudgetRecord(Budget budget) {
      this(budget, new LinkedHashMap<>());
    }

    public void alert(Notification alert, List<Subscriber> subscribers) {
      alerts.put(alert, new ArrayList<>(subscribers));
    }
  }

  /** What whoever is signed in may not do: the reason by the IAM action. */
  public final Map<String, String> denied = new ConcurrentHashMap<>();

  public final Clock clock;

  public final Instant opened;

  /** Whether the writes of an earlier run are made again: they have reached everything by now. */
  public boolean replaying = true;

  public final Roles roles = new Roles();
  public final LogGroups logGroups = new LogGroups();
  public final Buckets buckets = new Buckets();
  public final TrailRecords trails = new TrailRecords();
  public final ConfigRecords config = new ConfigRecords();
  public final Topics topics = new Topics();
  public final EventRules eventRules = new EventRules();

  /** Alarms by Region and name. */
  public final Map<String, Map<String, MetricAlarm>> alarms = new TreeMap<>();

  /** Each Region's detector. */
  public final Map<String, DetectorRecord> detectors = new TreeMap<>();

  /** The Regions by name, each with its opt-in status. */
  public final Map<String, String> regions = new TreeMap<>(Map.of("ap-east-1", REGION_OFF));

  /** What runs in the account. */
  public final Workloads workloads = new Workloads();

  public RootMfa rootMfa = RootMfa.NONE;

  /** The account's alias. */
  public Optional<String> alias = Optional.empty();

  public Optional<PasswordPolicy> passwordPolicy = Optional.empty();
  public ContactInformation contact =
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
  public final Map<AlternateContactType, AlternateContact> contacts =
      new EnumMap<>(AlternateContactType.class);
  public final Map<String, BudgetRecord> budgets = new TreeMap<>();

  public final CostMonitors costs = new CostMonitors();

  /** The agreements with AWS that were accepted. */
  public final List<CustomerAgreementSummary> agreements = new ArrayList<>();

  /** Who sells to the account, as its tax settings name it. */
  public Optional<String> seller = Optional.empty();

  public final People people;
  public final IdentityCenterRecord identityCenter = new IdentityCenterRecord();

  /** The organization's management account, for a member of one. */
  public Optional<String> managementAccount = Optional.empty();

  public PracticeState(Clock clock, Instant opened) {
    this.clock = clock;
    this.opened = opened;
    people = new People(opened);
    ENABLED_REGIONS.forEach(region -> regions.put(region, "opt-in-not-required"));
  }
}
