package dev.firstday.line;

import dev.firstday.catalog.Language;
import dev.firstday.engine.CallFailed;
import dev.firstday.engine.Plan;
import dev.firstday.engine.Problem;
import dev.firstday.engine.StepView;
import java.util.List;
import java.util.Optional;

/** The wizard line by line, from hello to goodbye. */
public final class LineWizard {
  private static final int NO_CREDENTIALS = 5;
  private static final int INTERRUPTED = 130;
  private static final int CHANGES = 5;

  private final LineOptions options;
  private final Voice voice;
  private final Desk desk;

  public LineWizard(LineOptions options, Talk talk) {
    this.options = options;
    this.voice = new Voice(talk, options.language());
    this.desk = new Desk(options, voice);
  }

  /** Talks until a person quits or nobody answers any more, and returns the exit code. */
  public int run() {
    int code;
    try {
      code = talk();
    } catch (Ended e) {
      voice.afresh();
      voice.tell("line.ended");
      code = INTERRUPTED;
    }
    voice.afresh();
    goodbye();
    return code;
  }

  private int talk() {
    voice.tell("line.hello", options.version());
    if (options.firstRun()) {
      setup();
    }
    voice.tell("tui.welcome.hello");
    if (!signIn()) {
      return NO_CREDENTIALS;
    }
    boolean firstTime = desk.session().before().isEmpty();
    AccountPage.tellAccount(desk);
    if (firstTime && new FirstDay(desk).leaves()) {
      return 0;
    }
    desk.checkAll();
    new Conversation(desk, new HomePage()).hold();
    return 0;
  }

  /** Asked once: the language, and whether to speak in lines from now on. */
  private void setup() {
    for (Language language : Language.values()) {
      voice.language(language);
      voice.tell("line.setup.language", language.ordinal() + 1);
    }
    voice.language(options.language());
    Language chosen = options.language();
    Reply reply = voice.ask(voice.text("line.number-of", chosen.ordinal() + 1));
    if (reply.number().isPresent()
        && reply.number().getAsInt() >= 1
        && reply.number().getAsInt() <= Language.values().length) {
      chosen = Language.values()[reply.number().getAsInt() - 1];
    }
    voice.language(chosen);
    boolean always = voice.agrees(voice.text("line.setup.always"));
    options.keep().accept(chosen, always);
  }

  /** Signs in, and tries again as often as a person wants to. */
  private boolean signIn() {
    while (true) {
      try {
        voice.tell("tui.welcome.signing-in");
        desk.connect();
        return true;
      } catch (CallFailed e) {
        trouble(e.problem());
        voice.say(voice.text("line.choice", 1, voice.text("tui.command.CHECK.sign-in")));
        voice.say(voice.text("line.choice", 2, voice.text("line.quit")));
        Reply reply = voice.ask(voice.text("line.number"));
        if (reply.is("2", "q")) {
          return false;
        }
      }
    }
  }

  private void trouble(Problem problem) {
    voice.error(voice.wording().problem(problem));
    voice.tell("tui.welcome.ways");
    for (String way : List.of("login", "cloudshell", "sso", "profile", "practice")) {
      voice.tell("tui.welcome." + way);
      voice.alone(voice.text("tui.welcome." + way + ".command"));
    }
  }

  /** What stays: what was changed, what is open, and how to go on. */
  private void goodbye() {
    List<Plan.Planned> made = desk.made();
    if (made.isEmpty()) {
      voice.tell("tui.made.nothing");
    } else {
      voice.tell("tui.summary.made", made.size(), desk.session().identity().accountId());
      made.stream().limit(CHANGES).forEach(planned -> voice.say(desk.change(planned)));
      if (made.size() > CHANGES) {
        voice.tell("tui.summary.more", made.size() - CHANGES);
      }
    }
    desk.unknown().ifPresent(call -> voice.tell("tui.summary.unknown", call));
    if (!desk.signedIn()) {
      return;
    }
    List<StepView> open = desk.standing().open();
    if (open.isEmpty()) {
      voice.tell("tui.summary.all-done");
    } else {
      voice.tell("tui.summary.open", open.size());
    }
    Optional<String> practice = desk.session().identity().practice();
    voice.tell(practice.isPresent() ? "line.again-practice" : "line.again");
  }
}
