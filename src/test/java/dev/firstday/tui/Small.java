package dev.firstday.tui;

import dev.firstday.catalog.Catalog;
import dev.firstday.catalog.CatalogReader;
import dev.firstday.catalog.InputErrors;
import dev.firstday.catalog.InputText;
import dev.firstday.catalog.Note;
import dev.firstday.engine.MemoryJournal;
import dev.firstday.engine.MemoryNotes;
import dev.firstday.engine.Session;
import dev.firstday.engine.SessionParts;
import dev.firstday.engine.account.Caller;
import dev.firstday.engine.account.Identity;
import dev.firstday.engine.answers.AnswerBook;
import dev.firstday.engine.answers.AnswerRules;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Notes;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Effect;
import dev.firstday.engine.plan.Plan;
import dev.firstday.engine.plan.Printer;
import dev.firstday.engine.plan.Read;
import dev.firstday.engine.plan.Secret;
import dev.firstday.tui.widgets.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * A small account with four steps, over the real engine: {@code root} (only the root user), {@code
 * policy} (firstday), {@code mail} (firstday, needs an address), {@code word} (a person's word).
 */
public final class Small implements Connector {
  private static final String CATALOGUE =
      """
      groups:
        - {id: one, title: {en: One, ja: 一}}
      shared:
        - {key: email, type: email, label: {en: E-mail, ja: メール}}
      steps:
        - id: root
          group: one
          by: root
          title: {en: Root step, ja: ルートの項目}
          why: {en: Because of root., ja: ルートのため。}
          by-hand: [{en: Open the page., ja: ページを開く。}]
          minutes: 1
          console: https://console.aws.amazon.com/root
          docs: https://docs.aws.amazon.com/root
        - id: policy
          group: one
          by: api
          title: {en: Policy step, ja: ポリシーの項目}
          why: {en: Because of policy., ja: ポリシーのため。}
          minutes: 1
          docs: https://docs.aws.amazon.com/policy
        - id: mail
          group: one
          by: api
          title: {en: Mail step, ja: メールの項目}
          why: {en: Because of mail., ja: メールのため。}
          minutes: 1
          docs: https://docs.aws.amazon.com/mail
          settings:
            - {key: all, type: boolean, default: true, label: {en: For all, ja: 全員}}
            - {key: email, type: email, from: email, label: {en: Own e-mail, ja: 自分のメール}}
            - {key: amount, type: integer, default: 5, min: 1, max: 9, label: {en: Amount, ja: 数}}
            - {key: extra, type: text, when: all=false, label: {en: Extra, ja: 追加}}
        - id: word
          group: one
          by: person
          attested: true
          title: {en: Word step, ja: 申告の項目}
          why: {en: Because of word., ja: 申告のため。}
          by-hand: [{en: Do it., ja: 実行する。}]
          minutes: 1
          docs: https://docs.aws.amazon.com/word
      """;

  public final Set<String> done = new HashSet<>();
  public final List<String> written = new ArrayList<>();
  public final MemoryNotes notes = new MemoryNotes();
  final MemoryJournal journal = new MemoryJournal();
  public final SetClock clock = new SetClock();
  public Optional<Problem> fails = Optional.empty();
  Optional<String> renewedBy = Optional.empty();
  public Consumer<String> onWrite = id -> {};
  public int looks;
  public boolean first;

  /** Whether the policy has another part, which its first look can't see. */
  public boolean hidden;

  private int policyLooks;

  public boolean keepSeen;

  public static Problem problem(Problem.Kind kind) {
    return new Problem(
        kind,
        "iam",
        "CreateThing",
        "us-east-1",
        "AccessDenied",
        "no",
        "request-1",
        kind == Problem.Kind.DENIED
            ? Optional.of(new Problem.Denial("", Problem.Denial.By.NO_IDENTITY_POLICY))
            : Optional.empty(),
        List.of("iam:CreateThing"));
  }

  public Driver driver() {
    return new Driver(
        this,
        clock,
        dev.firstday.catalog.Language.EN,
        new Size(80, 24),
        dev.firstday.terminal.Glyphs.UNICODE);
  }

  @Override
  public Session connect() {
    if (!first && !keepSeen) {
      notes.saw(new Notes.LastCheck(clock.instant(), Map.of()));
    }
    Catalog catalog = catalog();
    return new Session(
        new SessionParts(
            catalog,
            identity(Identity.Kind.USER),
            Map.of("root", this::byRoot, "policy", this::policy, "mail", this::mail),
            new AnswerBook(catalog, Map.of(), Map.of()),
            new AnswerRules(Optional::of),
            notes,
            journal,
            new Writer(),
            clock,
            new Plain(),
            afresh -> {}));
  }

  public static Identity identity(Identity.Kind kind) {
    return new Identity(
        "111122229012",
        Optional.of("aoi-personal"),
        "arn:aws:iam::111122229012:user/aoi",
        kind,
        "aoi",
        "aws",
        "ap-northeast-1",
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static Catalog catalog() {
    try {
      return CatalogReader.read(
          new InputText("small.yaml", CATALOGUE), Set.of("root", "policy", "mail"));
    } catch (InputErrors e) {
      throw new IllegalStateException(e);
    }
  }

  private Assessment byRoot(Answers answers) {
    looks++;
    Note note = Note.of("state");
    return done.contains("root")
        ? Assessment.builder().ok(note).build()
        : Assessment.builder().missing(note).build();
  }

  private Assessment policy(Answers answers) {
    return hidden ? policyOfTwoParts() : changes("policy", "", Assessment.builder());
  }

  private Assessment policyOfTwoParts() {
    Assessment.Builder seen = Assessment.builder();
    if (!done.contains("policy")) {
      seen.missing(Note.of("state")).change(change("policy", ""));
    }
    if (policyLooks++ == 0) {
      seen.unseen(problem(Problem.Kind.DENIED));
    } else if (!done.contains("part")) {
      seen.missing(Note.of("state")).change(change("part", ""));
    }
    return seen.build();
  }

  private Assessment mail(Answers answers) {
    Optional<String> address = answers.text("email");
    return address.isEmpty() && !done.contains("mail")
        ? Assessment.builder().missingAnswer("email").build()
        : changes("mail", address.orElse(""), Assessment.builder());
  }

  private Assessment changes(String id, String value, Assessment.Builder seen) {
    if (done.contains(id)) {
      return seen.ok(Note.of("state")).build();
    }
    return seen.missing(Note.of("state")).change(change(id, value)).build();
  }

  private static Change change(String id, String value) {
    return new Change(
        id,
        Effect.CREATE,
        "iam",
        "CreateThing",
        "us-east-1",
        Map.of("Name", value),
        Note.of("why"),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  /** AWS, as far as writing goes. */
  private final class Writer implements Caller {
    @Override
    public String accountId() {
      return "111122229012";
    }

    @Override
    public boolean wantsCode(Problem obstacle) {
      return obstacle.kind() == Problem.Kind.EXPIRED && renewedBy.isPresent();
    }

    @Override
    public String accountId(Secret code) throws CallFailed {
      if (!renewedBy.orElseThrow().equals(code.text())) {
        throw new CallFailed(
            Problem.ofSignIn(
                Problem.Kind.EXPIRED,
                Note.of("signin.mfa-refused", "admin", "aoi", "AccessDenied"),
                "sts",
                "GetCallerIdentity",
                "us-east-1"),
            new IllegalStateException());
      }
      fails = Optional.empty();
      return accountId();
    }

    @Override
    public Optional<Map<String, Object>> read(Read read) {
      return Optional.empty();
    }

    @Override
    public Receipt write(Change change, Map<String, Object> request) throws CallFailed {
      if (fails.isPresent()) {
        throw new CallFailed(fails.get(), new IllegalStateException());
      }
      onWrite.accept(change.id());
      written.add(change.id());
      done.add(change.id());
      return new Receipt("request-" + change.id(), Map.of());
    }
  }

  private record Plain() implements Printer {
    @Override
    public String json(Object value) {
      return "JSON " + value;
    }

    @Override
    public String awsCli(Plan plan) {
      return "aws " + plan.changes().size();
    }

    @Override
    public String plan(
        Plan plan, Map<String, String> answers, BiFunction<String, Change, String> why) {
      return "JSON " + plan;
    }
  }
}
