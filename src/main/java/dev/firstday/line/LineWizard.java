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
import dev.firstday.line.pages.HomePage;
import dev.firstday.line.pages.OnboardingPages;
import dev.firstday.view.StartContent;
import java.util.List;
import java.util.function.Consumer;

/** The wizard line by line, from hello to goodbye. */
public final class LineWizard {
  private static final int NO_REGION = 2;
  private static final int NO_CREDENTIALS = 5;
  private static final int INTERRUPTED = 130;
  private static final int CHANGES = 5;

  private final LineOptions options;
  private final LineWriter writer;
  private final LineContext context;

  public LineWizard(LineOptions options, LineIo talk) {
    this.options = options;
    this.writer = new LineWriter(talk, options.language(), options.clock().getZone());
    this.context = new LineContext(options, writer);
  }

  /** Talks until a person quits or nobody answers any more, and returns the exit code. */
  public int run() {
    int code;
    try {
      code = talk();
    } catch (SessionEnded e) {
      writer.afresh();
      if (!e.wanted()) {
        writer.tell("line.ended");
      }
      code = e.wanted() ? 0 : INTERRUPTED;
    }
    writer.afresh();
    goodbye();
    return code;
  }

  private int talk() {
    writer.tell("line.hello", options.version());
    if (options.firstRun()) {
      setup();
    }
    writer.tell("tui.welcome.hello");
    int trouble = signIn();
    if (trouble != 0) {
      return trouble;
    }
    boolean firstTime = context.session().before().isEmpty();
    OnboardingPages.tellAccount(context);
    if (firstTime && new OnboardingPages(context).leaves()) {
      return 0;
    }
    context.checkAll();
    new Conversation(context, new HomePage()).hold();
    return 0;
  }

  /** Asked once: the language, and whether to speak in lines from now on. */
  private void setup() {
    Language chosen = options.onlyEnglish() ? Language.EN : chosenLanguage();
    writer.language(chosen);
    boolean always = writer.agrees(writer.text("line.setup.always"));
    options.keep().accept(chosen, always);
  }

  private Language chosenLanguage() {
    Language[] all = Language.values();
    inEach(language -> writer.tell("line.setup.which"));
    inEach(language -> writer.tell("line.setup.language", language.ordinal() + 1));
    return all[writer.choice(all.length, options.language().ordinal() + 1) - 1];
  }

  private void inEach(Consumer<Language> saying) {
    for (Language language : Language.values()) {
      writer.language(language);
      saying.accept(language);
    }
    writer.language(options.language());
  }

  /** Signs in, trying again as often as a person wants to; returns the exit code if it fails. */
  private int signIn() {
    while (true) {
      int code;
      try {
        writer.tell("tui.welcome.signing-in");
        if (context.connect()) {
          return 0;
        }
        code = NO_REGION;
        writer.error(List.of(writer.text("tui.welcome.no-region")));
        writer.tell("tui.welcome.regions");
        ways(StartContent.waysToNameRegion(writer.wording()));
      } catch (CallFailed e) {
        code = NO_CREDENTIALS;
        writer.error(writer.wording().problem(e.problem()));
        context.log();
        if (!e.problem().saysHowToSignIn() && !e.problem().unreached()) {
          writer.tell("tui.welcome.ways");
          ways(StartContent.waysToSignIn(writer.wording()));
        }
      }
      if (!again()) {
        return code;
      }
    }
  }

  private boolean again() {
    if (!writer.answered()) {
      writer.afresh();
      writer.tell("line.choice", 1, writer.text("tui.command.CHECK.sign-in"));
      writer.tell("line.choice", 2, writer.text("line.quit"));
    }
    try {
      return writer.choice(2, 1) == 1;
    } catch (SessionEnded e) {
      if (e.wanted()) {
        return false;
      }
      throw e;
    }
  }

  private void ways(List<StartContent.CommandText> ways) {
    for (StartContent.CommandText way : ways) {
      writer.say(way.text());
      writer.alone(way.command());
    }
  }

  /** What stays: what was changed, what is open, and how to go on. */
  private void goodbye() {
    List<Plan.Planned> made = context.made();
    if (made.isEmpty()) {
      writer.tell("tui.made.nothing");
    } else {
      writer.tell("tui.summary.made", made.size(), context.session().identity().accountId());
      made.stream().limit(CHANGES).forEach(planned -> writer.say(context.change(planned)));
      if (made.size() > CHANGES) {
        writer.tell("tui.summary.more", made.size() - CHANGES);
      }
    }
    if (!context.signedIn()) {
      return;
    }
    List<StepView> open = context.standing().open();
    if (open.isEmpty()) {
      writer.tell("tui.summary.all-done");
    } else {
      writer.tell("tui.summary.open", open.size());
    }
    writer.tell("line.again", options.again());
  }
}
