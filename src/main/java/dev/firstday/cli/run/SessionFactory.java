package dev.firstday.cli.run;

import dev.firstday.aws.Account;
import dev.firstday.aws.OtherAccount;
import dev.firstday.aws.SignIn;
import dev.firstday.catalog.Catalog;
import dev.firstday.catalog.Messages;
import dev.firstday.engine.Session;
import dev.firstday.engine.SessionParts;
import dev.firstday.engine.account.Delays;
import dev.firstday.engine.answers.AnswerBook;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.failure.FaultLog;
import dev.firstday.report.Json;
import dev.firstday.state.AccountsFile;
import dev.firstday.state.AnswersText;
import dev.firstday.state.JournalFile;
import dev.firstday.state.NotesFile;
import dev.firstday.state.PreferencesFile;
import dev.firstday.state.StateFolder;
import dev.firstday.steps.Steps;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Opens sessions: a catalogue, answers and what is kept of an account, signed in to. */
public final class SessionFactory {
  private final RunSettings run;
  private final InputFiles files;
  private final CommandLineAnswers answers;
  private final RunSignIn signIn;
  private final Delays delays;
  private final FaultLog faults;

  SessionFactory(
      RunSettings run,
      InputFiles files,
      CommandLineAnswers answers,
      RunSignIn signIn,
      Delays delays,
      FaultLog faults) {
    this.run = run;
    this.files = files;
    this.answers = answers;
    this.signIn = signIn;
    this.delays = delays;
    this.faults = faults;
  }

  /**
   * Signs in and opens a session; everything wrong with the input is said before any call, but for
   * a phone number that only the account's address makes a right one.
   *
   * @param written answers that were written down with a plan; they win over all others
   */
  public Session open(Map<String, String> written) throws CallFailed {
    Catalog catalog = files.catalog();
    CommandLineAnswers.ReadAnswers given = answers.read(catalog);
    Map<String, String> all = new LinkedHashMap<>(given.answers());
    all.putAll(answers.ofPlan(catalog, written));
    Session session = open(new Composition.RunInput(catalog, all), false);
    if (given.elsewhere().isPresent() && !answers.phones().inJapanByContact()) {
      given.refuse();
    }
    return session;
  }

  /**
   * Signs in and opens a session.
   *
   * @param personAtWork whether somebody does meanwhile what only a person can
   */
  public Session open(Composition.RunInput input, boolean personAtWork) throws CallFailed {
    return session(input.catalog(), input.given(), signIn.signIn(input.given(), personAtWork));
  }

  /** A session on an account that is only looked at, until it is closed. */
  public record Visit(Session session, OtherAccount.OpenAccount opened) implements AutoCloseable {
    @Override
    public void close() {
      opened.close();
    }
  }

  /** Opens a session on an account that is only looked at, through a role of it. */
  public Visit visit(Catalog catalog, Map<String, String> given, AccountsFile.ListedAccount line)
      throws CallFailed {
    String region = line.region().isPresent() ? line.region().get() : run.homeRegion(given);
    OtherAccount.OpenAccount opened =
        OtherAccount.open(
            signIn.toRegion(region), new OtherAccount.LookupRole(line.role(), line.externalId()));
    try {
      return new Visit(
          session(catalog, given, new SignIn.SignInResult(opened.account(), new NoCaller())),
          opened);
    } catch (RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  /**
   * A session on an account in memory that nothing was ever done to: what is missing there is all
   * that the answers ask for.
   */
  public Session onEmptyAccount() throws CallFailed {
    Catalog catalog = files.catalog();
    Map<String, String> given = answers.require(catalog);
    return session(catalog, given, signIn.emptyAccount(given), run.stateFolder().within("nothing"));
  }

  private Session session(
      Catalog catalog, Map<String, String> given, SignIn.SignInResult signedIn) {
    String accountId = signedIn.account().identity().accountId();
    return session(catalog, given, signedIn, run.stateFolder(accountId));
  }

  private Session session(
      Catalog catalog,
      Map<String, String> given,
      SignIn.SignInResult signedIn,
      StateFolder folder) {
    Account account = signedIn.account();
    answers.phones().of(account);
    NotesFile notes = new NotesFile(folder);
    Session session =
        new Session(
            new SessionParts(
                catalog,
                account.identity(),
                Steps.of(account),
                new AnswerBook(
                    catalog, answers.stillGood(catalog, notes.answers()), given, spoken(catalog)),
                answers.rules(),
                notes,
                new JournalFile(folder),
                signedIn.caller(),
                run.world().clock(),
                new Json(),
                account::invalidate),
            delays,
            Thread::sleep,
            run.world().parallelism());
    session.listeners().onFault(faults);
    return session;
  }

  /** The language of the session for settings that ask for one: mails are read by who set it up. */
  private Map<String, String> spoken(Catalog catalog) {
    String language =
        new PreferencesFile(run.rootFolder())
            .kept()
            .filter(kept -> run.options().language().isEmpty())
            .map(PreferencesFile.SavedPreferences::language)
            .orElse(run.wanted())
            .tag();
    return catalog.steps().stream()
        .filter(step -> step.setting("language").isPresent())
        .collect(Collectors.toMap(step -> step.id() + ".language", step -> language));
  }

  /**
   * Every setting with what holds now, as an answers file. Earlier answers belong to an account;
   * nobody who can't sign in is kept from the rest.
   */
  public String answersFile() {
    Catalog catalog = files.catalog();
    Map<String, String> given = answers.require(catalog);
    AnswerBook book =
        new AnswerBook(
            catalog, answers.stillGood(catalog, earlierAnswers(given)), given, spoken(catalog));
    return AnswersText.of(catalog, Messages.in(run.wanted()), book.all(), book::holds);
  }

  private Map<String, String> earlierAnswers(Map<String, String> given) {
    if (run.onPractice()) {
      return new NotesFile(run.stateFolder()).answers();
    }
    if (run.options().profile.isPresent()) {
      run.aws();
    }
    try {
      String accountId = signIn.signIn(given, false).account().identity().accountId();
      return new NotesFile(run.stateFolder(accountId)).answers();
    } catch (CallFailed | Exit e) {
      return Map.of();
    }
  }
}
