package dev.firstday.line;

import dev.firstday.catalog.Language;
import dev.firstday.engine.StepView;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.plan.Plan;
import dev.firstday.line.io.LineIo;
import dev.firstday.line.io.LineWriter;
import dev.firstday.line.io.SessionEnded;
import dev.firstday.line.model.LineContext;
import dev.firstday.line.model.LineOptions;
import dev.firstday.line.pages.AccountPage;
import dev.firstday.line.pages.HomePage;
import dev.firstday.line.pages.OnboardingPages;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The wizard line by line, from hello to goodbye. */
public final class LineWizard {
  private static final int NO_REGION = 2;
  private static final int NO_CREDENTIALS = 5;
  private static final int INTERRUPTED = 130;
  private static final int CHANGES = 5;

  private final LineOptions options;
  private final LineWriter voice;
  private final LineContext desk;

  public LineWizard(LineOptions options, LineIo talk) {
    this.options = options;
    this.voice = new LineWriter(talk, options.language(), options.clock().getZone());
    this.desk = new LineContext(options, voice);
  }

  /** Talks until a person quits or nobody answers any more, and returns the exit code. */
  public int run() {
    int code;
    try {
      code = talk();
    } catch (SessionEnded e) {
      voice.afresh();
      if (!e.wanted()) {
        voice.tell("line.ended");
      }
      code = e.wanted() ? 0 : INTERRUPTED;
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
    int trouble = signIn();
    if (trouble != 0) {
      return trouble;
    }
    boolean firstTime = desk.session().before().isEmpty();
    AccountPage.tellAccount(desk);
    if (firstTime && new OnboardingPages(desk).leaves()) {
      return 0;
    }
    desk.checkAll();
    new Conversation(desk, new HomePage()).hold();
    return 0;
  }

  /** Asked once: the language, and whether to speak in lines from now on. */
  private void setup() {
    Language chosen = options.onlyEnglish() ? Language.EN : chosenLanguage();
    voice.language(chosen);
    boolean always = voice.agrees(voice.text("line.setup.always"));
    options.keep().accept(chosen, always);
  }

  private Language chosenLanguage() {
    Language[] all = Language.values();
    inEach(language -> voice.tell("line.setup.which"));
    inEach(language -> voice.tell("line.setup.language", language.ordinal() + 1));
    return all[voice.choice(all.length, options.language().ordinal() + 1) - 1];
  }

  private void inEach(Consumer<Language> saying) {
    for (Language language : Language.values()) {
      voice.language(language);
      saying.accept(language);
    }
    voice.language(options.language());
  }

  /** Signs in, trying again as often as a person wants to; returns the exit code if it fails. */
  private int signIn() {
    while (true) {
      int code;
      try {
        voice.tell("tui.welcome.signing-in");
        if (desk.connect()) {
          return 0;
        }
        code = NO_REGION;
        voice.error(List.of(voice.text("tui.welcome.no-region")));
        voice.tell("tui.welcome.regions");
        ways(List.of("region-option", "region-config"));
      } catch (CallFailed e) {
        code = NO_CREDENTIALS;
        voice.error(voice.wording().problem(e.problem()));
        desk.log();
        if (!e.problem().saysHowToSignIn()) {
          voice.tell("tui.welcome.ways");
          ways(List.of("login", "cloudshell", "sso", "profile", "practice"));
        }
      }
      if (!again()) {
        return code;
      }
    }
  }

  private boolean again() {
    if (!voice.answered()) {
      voice.afresh();
      voice.say(voice.text("line.choice", 1, voice.text("tui.command.CHECK.sign-in")));
      voice.say(voice.text("line.choice", 2, voice.text("line.quit")));
    }
    try {
      return voice.choice(2, 1) == 1;
    } catch (SessionEnded e) {
      if (e.wanted()) {
        return false;
      }
      throw e;
    }
  }

  private void ways(List<String> ways) {
    for (String way : ways) {
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
