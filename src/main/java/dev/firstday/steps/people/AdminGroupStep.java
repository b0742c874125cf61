package dev.firstday.steps.people;

import dev.firstday.aws.Account;
import dev.firstday.catalog.Note;
import dev.firstday.engine.Step;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Judgement;
import dev.firstday.engine.assess.Waiting;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.plan.Change;
import dev.firstday.steps.resources.Everywhere;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.iam.model.User;

/**
 * A group with AdministratorAccess that has a user with MFA, or the same through IAM Identity
 * Center. What is missing of group, user, password and MFA device is made; the last two while a
 * person is there.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa.html">MFA in
 *     IAM</a>
 */
public final class AdminGroupStep implements Step<Account> {
  private static final Pattern NAME = Pattern.compile("[\\w+=,.@-]+");

  @Override
  public Assessment assess(Account account, Answers answers) throws CallFailed {
    Administrators administrators = Administrators.read(account);
    Assessment.Builder found = Assessment.builder();
    found
        .fact("no-direct-administrator", administrators.directly().isEmpty())
        // There may be other policies that allow everything.
        .fact(
            "no-full-administrator",
            administrators.attached() ? Judgement.NOT_MET : Judgement.NOT_JUDGED)
        .fact("people", Judgement.NOT_JUDGED);
    if (hasOne(account, administrators, unfinished(account, answers), found)) {
      return found.build();
    }
    // Who can't be seen to have no MFA may have it.
    if (found.build().problem().isEmpty()) {
      String user = answers.text("user").orElse("");
      String group = chosen(administrators, answers.text("group").orElseThrow(), user);
      for (String name : List.of(group, user)) {
        if (!name.isEmpty() && !NAME.matcher(name).matches()) {
          return found.missing(Note.of("bad-name", name)).build();
        }
      }
      makeOne(new AdminGroupChanges(account, group, user, answers.wrote()), administrators, found);
    }
    return found.build();
  }

  /** A user of ours whose MFA is there and whose password, which comes last, is not. */
  private static Optional<String> unfinished(Account account, Answers answers) throws CallFailed {
    Optional<String> user =
        answers.text("user").filter(name -> answers.wrote().test(AdminGroupChanges.deviceId(name)));
    return user.isPresent()
            && new IamQueries(account).password(user.get()).find(IamQueries.GONE).isEmpty()
        ? user
        : Optional.empty();
  }

  /** Whether there is an administrator as there should be; tells what was seen. */
  private static boolean hasOne(
      Account account,
      Administrators administrators,
      Optional<String> unfinished,
      Assessment.Builder found) {
    List<Account.Observed<Boolean>> members = membersMfa(account, administrators, found);
    Optional<String> one =
        members.stream()
            .filter(member -> member.value().orElse(false))
            .map(Account.Observed::region)
            .filter(user -> !unfinished.equals(Optional.of(user)))
            .findFirst();
    if (one.isPresent()) {
      String group = groupOf(administrators, one.get()).orElseThrow();
      found.ok(Note.of("administrator", one.get(), group));
      return true;
    }
    if (throughIdentityCenter(account, administrators, found)) {
      return true;
    }
    members.forEach(member -> member.problem().ifPresent(found::unseen));
    return false;
  }

  /** Whether each member of the groups has MFA; the user's name is in the place of the Region. */
  private static List<Account.Observed<Boolean>> membersMfa(
      Account account, Administrators administrators, Assessment.Builder found) {
    Set<String> users =
        administrators.groups().values().stream()
            .flatMap(Set::stream)
            .collect(Collectors.toCollection(TreeSet::new));
    List<Account.Observed<Boolean>> members =
        account.inEach(List.copyOf(users), new IamQueries(account)::hasMfa);
    found.fact("members-mfa", true);
    Everywhere.fact("members-mfa", members, mfa -> mfa, found);
    return members;
  }

  private static boolean throughIdentityCenter(
      Account account, Administrators administrators, Assessment.Builder found) {
    if (administrators.identityCenterRole().isEmpty()) {
      return false;
    }
    String role = administrators.identityCenterRole().get();
    try {
      IdentityCenter.RoleLookup lookup = new IdentityCenter(account).lookUp(role);
      switch (lookup) {
        case ASSIGNED -> found.ok(Note.of("identity-center"));
        case ELSEWHERE -> found.ok(Note.of("identity-center-elsewhere", role));
        case NOBODY -> found.info(Note.of("identity-center-nobody"));
      }
      return lookup != IdentityCenter.RoleLookup.NOBODY;
    } catch (CallFailed e) {
      found.unseen(e.problem());
      return false;
    }
  }

  private static Optional<String> groupOf(Administrators administrators, String user) {
    return administrators.groups().entrySet().stream()
        .filter(group -> group.getValue().contains(user))
        .map(group -> group.getKey())
        .findFirst();
  }

  /** The group to work on: one that serves already, before one to be made. */
  private static String chosen(Administrators administrators, String wanted, String user) {
    return groupOf(administrators, user)
        .or(() -> Optional.of(wanted).filter(administrators.groups()::containsKey))
        .or(() -> administrators.groups().keySet().stream().findFirst())
        .orElse(wanted);
  }

  private static void makeOne(
      AdminGroupChanges changes, Administrators administrators, Assessment.Builder found)
      throws CallFailed {
    String group = changes.group();
    String user = changes.user();
    Set<String> members = administrators.groups().get(group);
    if (members != null) {
      found.ok(Note.of("group", group));
    } else {
      Optional<Set<String>> there = members(changes.account(), group);
      members = there.orElse(Set.of());
      if (!Set.of(user).containsAll(members)) {
        // Whoever is in it for another reason would become an administrator.
        found.missing(Note.of("group-in-use", group));
        return;
      }
      found.missing(Note.of(there.isPresent() ? "group-without-policy" : "no-group", group));
      changes.group(there.isPresent()).forEach(found::change);
    }
    if (user.isEmpty()) {
      found.missing(Note.of("no-user"));
      return;
    }
    AdminGroupUser seen = AdminGroupUser.read(changes.account(), user);
    changes.user(seen, members.contains(user)).forEach(found::change);
    credentials(changes, seen, members.contains(user), found);
  }

  private static Optional<Set<String>> members(Account account, String group) throws CallFailed {
    return new IamQueries(account)
        .group(group)
        .find(IamQueries.GONE)
        .map(page -> page.users().stream().map(User::userName).collect(Collectors.toSet()));
  }

  private static void credentials(
      AdminGroupChanges changes, AdminGroupUser seen, boolean member, Assessment.Builder found) {
    String user = seen.name();
    if (!seen.exists()) {
      found.missing(Note.of("user-missing", user));
    }
    if (!seen.password()) {
      found.missing(Note.of("no-password", user));
    }
    boolean protectable = seen.mfa() || !changes.foreignDevice(seen);
    if (!seen.mfa()) {
      found.missing(Note.of("no-mfa", user));
      if (protectable) {
        changes.mfa(seen).forEach(found::change);
      } else {
        found.missing(Note.of("foreign-device", changes.device()));
      }
    } else if (!member) {
      found.missing(Note.of("not-member", user, changes.group()));
    }
    // Last: whoever stops before it leaves no administrator who can sign in without MFA.
    if (protectable) {
      changes.password(seen).ifPresent(found::change);
    }
    waitForPerson(user, found);
  }

  /** Waits where nothing is left that could be done without a person. */
  private static void waitForPerson(String user, Assessment.Builder found) {
    List<Change> all = found.build().changes();
    if (!all.isEmpty() && all.stream().noneMatch(change -> change.asks().isEmpty())) {
      found.waiting(new Waiting(Note.of("waits-for-person", user), Optional.empty()));
    }
  }
}
