package dev.firstday.practice.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.Tag;

/** The users and groups of the practice account, and the credential report about them. */
public final class People {
  /** The policies that a user or group may have, as far as anybody asks. */
  public static final String ADMINISTRATOR = "arn:aws:iam::aws:policy/AdministratorAccess";

  private static final Duration REPORT_LASTS = Duration.ofHours(4);

  public final Map<String, UserRecord> users = new TreeMap<>();
  public final Map<String, Team> groups = new TreeMap<>();

  /** Virtual MFA devices by serial number, enabled or not. */
  public final Map<String, VirtualDevice> virtual = new TreeMap<>();

  /** When the root user was used last. */
  public Instant rootUsed;

  /** How many access keys the root user has. */
  public int rootKeys;

  private Optional<CredentialReportRecord> report = Optional.empty();

  /** A user. */
  public static final class UserRecord {
    public final String name;
    public final Instant created;
    public final TreeSet<String> policies = new TreeSet<>();

    /** When the console password was set. */
    public Optional<Instant> password = Optional.empty();

    /** MFA devices by serial number, with the time they were enabled. */
    public final Map<String, Instant> devices = new LinkedHashMap<>();

    public final List<AccessKeyRecord> keys = new ArrayList<>();

    /** Whether the password has to be changed when it is used first. */
    public boolean oneTime;

    /** When the password was used last. */
    public Optional<Instant> used = Optional.empty();

    public final List<Tag> tags = new ArrayList<>();

    public UserRecord(String name, Instant created) {
      this.name = name;
      this.created = created;
    }

    public String arn() {
      return "arn:aws:iam::" + PracticeState.ACCOUNT_ID + ":user/" + name;
    }

    public String id() {
      return "AIDA" + String.format(Locale.ROOT, "%017d", Math.abs((long) name.hashCode()));
    }
  }

  /** An access key. */
  public static final class AccessKeyRecord {
    public final String id;
    public final Instant created;
    public final Optional<Instant> used;
    public boolean active = true;

    public AccessKeyRecord(String id, Instant created, Optional<Instant> used) {
      this.id = id;
      this.created = created;
      this.used = used;
    }
  }

  /** A group. */
  public static final class Team {
    public final String name;
    public final Instant created;
    public final TreeSet<String> policies = new TreeSet<>();
    public final TreeSet<String> members = new TreeSet<>();

    public Team(String name, Instant created) {
      this.name = name;
      this.created = created;
    }

    public String arn() {
      return "arn:aws:iam::" + PracticeState.ACCOUNT_ID + ":group/" + name;
    }

    public String id() {
      return "AGPA" + String.format(Locale.ROOT, "%017d", Math.abs((long) name.hashCode()));
    }
  }

  People(Instant opened) {
    rootUsed = opened;
  }

  public UserRecord add(UserRecord person) {
    users.put(person.name, person);
    return person;
  }

  public Team add(Team team) {
    groups.put(team.name, team);
    return team;
  }

  /** A user that is there. */
  public UserRecord user(String name) {
    return Objects.requireNonNull(users.get(name));
  }

  /** The users who sign in with a password alone. */
  public List<String> withoutMfa() {
    return users.values().stream()
        .filter(person -> person.password.isPresent() && person.devices.isEmpty())
        .map(person -> person.name)
        .toList();
  }

  /** What a person does in the console: the user gets a password and an MFA device. */
  public void finish(String name, Instant now) {
    UserRecord person = user(name);
    person.password = Optional.of(now);
    person.devices.put("arn:aws:iam::" + PracticeState.ACCOUNT_ID + ":mfa/" + name, now);
  }

  /** A credential report; the one who asks for it first is told that it is not ready. */
  public static final class CredentialReportRecord {
    public final String csv;
    public final Instant generated;
    public boolean ready;

    private CredentialReportRecord(String csv, Instant generated) {
      this.csv = csv;
      this.generated = generated;
    }
  }

  /** Makes a report, unless the last is less than four hours old; says whether it did. */
  public boolean generate(PracticeState model) {
    Instant now = model.clock.instant();
    boolean fresh =
        report.filter(last -> last.generated.plus(REPORT_LASTS).isAfter(now)).isPresent();
    if (!fresh) {
      report = Optional.of(new CredentialReportRecord(csv(model), now));
    }
    return !fresh;
  }

  public Optional<CredentialReportRecord> report() {
    return report;
  }

  private String csv(PracticeState model) {
    return Stream.concat(
            Stream.of(
                "user,arn,user_creation_time,password_enabled,password_last_used,"
                    + "password_last_changed,password_next_rotation,mfa_active,"
                    + "access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,"
                    + "access_key_1_last_used_region,access_key_1_last_used_service,"
                    + "access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,"
                    + "access_key_2_last_used_region,access_key_2_last_used_service,"
                    + "cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated",
                root(model)),
            users.values().stream().map(People::row))
        .collect(Collectors.joining("\n"));
  }

  private String root(PracticeState model) {
    return row(
        "<root_account>",
        PracticeState.ROOT_ARN,
        model.opened,
        "not_supported",
        rootUsed.toString(),
        "not_supported",
        model.rootMfa != PracticeState.RootMfa.NONE,
        rootKeys > 0 ? "true" : "false",
        "N/A,N/A,N/A,N/A",
        rootKeys > 1 ? "true" : "false",
        "N/A,N/A,N/A,N/A");
  }

  private static String row(UserRecord person) {
    return row(
        person.name,
        person.arn(),
        person.created,
        String.valueOf(person.password.isPresent()),
        person.password.isPresent() ? "no_information" : "N/A",
        person.password.map(Instant::toString).orElse("N/A"),
        !person.devices.isEmpty(),
        active(person, 0),
        times(person, 0),
        active(person, 1),
        times(person, 1));
  }

  private static String row(
      String user,
      String arn,
      Instant created,
      String password,
      String passwordUsed,
      String passwordChanged,
      boolean mfa,
      String... keys) {
    return String.join(
        ",",
        user.contains(",") ? '"' + user + '"' : user,
        arn.contains(",") ? '"' + arn + '"' : arn,
        created.toString(),
        password,
        passwordUsed,
        passwordChanged,
        "N/A",
        String.valueOf(mfa),
        String.join(",", keys),
        "false,N/A,false,N/A");
  }

  private static String active(UserRecord person, int key) {
    return String.valueOf(person.keys.size() > key && person.keys.get(key).active);
  }

  private static String times(UserRecord person, int key) {
    if (person.keys.size() <= key) {
      return "N/A,N/A,N/A,N/A";
    }
    AccessKeyRecord one = person.keys.get(key);
    return "%s,%s,N/A,N/A".formatted(one.created, one.used.map(Instant::toString).orElse("N/A"));
  }
}
