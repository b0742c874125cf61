package dev.firstday.cli.run;

import dev.firstday.aws.Account;
import dev.firstday.aws.ConnectivityProbe;
import dev.firstday.aws.OtherAccount;
import dev.firstday.aws.SignIn;
import dev.firstday.aws.operations.CallEnd;
import dev.firstday.aws.operations.CallListener;
import dev.firstday.aws.operations.Clients;
import dev.firstday.aws.signin.SignInCredentials;
import dev.firstday.aws.signin.network.NetworkSettings;
import dev.firstday.aws.signin.settings.AwsSettings;
import dev.firstday.aws.signin.settings.InvalidSettings;
import dev.firstday.aws.signin.settings.KnownRegions;
import dev.firstday.catalog.Catalog;
import dev.firstday.catalog.CatalogReader;
import dev.firstday.catalog.InputErrors;
import dev.firstday.catalog.InputText;
import dev.firstday.catalog.Language;
import dev.firstday.catalog.Messages;
import dev.firstday.catalog.Note;
import dev.firstday.catalog.StepEntry;
import dev.firstday.engine.Session;
import dev.firstday.engine.account.Delay;
import dev.firstday.engine.account.Delays;
import dev.firstday.engine.account.Identity;
import dev.firstday.engine.answers.AnswerBook;
import dev.firstday.engine.answers.AnswerRules;
import dev.firstday.engine.answers.RegionRule;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.failure.FaultLog;
import dev.firstday.engine.failure.Problem;
import dev.firstday.practice.PracticeAccount;
import dev.firstday.practice.Scenario;
import dev.firstday.report.Json;
import dev.firstday.state.AccountsFile;
import dev.firstday.state.AnswersFile;
import dev.firstday.state.AnswersText;
import dev.firstday.state.FaultFile;
import dev.firstday.state.JournalFile;
import dev.firstday.state.NotesFile;
import dev.firstday.state.RunLog;
import dev.firstday.state.StateFolder;
import dev.firstday.steps.Steps;
import dev.firstday.steps.root.PhoneCountry;
import dev.firstday.steps.root.PhoneNumbers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts the rooms together: from options to a session. */
public final class Composition {
  /** Asks who is signed in as well as any other. */
  private static final String ANY_REGION = "us-east-1";

  private static final String PRACTICE_REGION = "ap-northeast-1";

  private final Options options;
  private final RunEnvironment world;
  private final Language wanted;
  private final Delays delays = new Delays();
  private Optional<PhoneCountry> phones = Optional.empty();
  private final AnswerRules rules;
  private final RunLog log;
  private String pipedFor = "";
  private InputText standardInput = new InputText("", "");
  private final FaultLog faults;
  private final MfaAtPrompt codes;
  private Optional<SignInCredentials> credentials = Optional.empty();

  public Composition(Options options, RunEnvironment world) {
    this.options = options;
    this.world = world;
    this.wanted = language(options, world);
    this.codes = new MfaAtPrompt(world, messages());
    this.log = new RunLog(() -> stateFolder().within("logs"), world.clock());
    FaultFile faultFile = new FaultFile(this::rootFolder, world.clock());
    this.faults = (where, fault) -> faultFile.add(where, StackTraces.printable(fault));
    this.rules = new AnswerRules(text -> phones().international(text), regions());
  }

  // Made when it is needed: its classes are not for before the first frame.
  private synchronized PhoneCountry phones() {
    if (phones.isEmpty()) {
      phones = Optional.of(new PhoneCountry(this::inJapan));
    }
    return phones.get();
  }

  /** Whether whoever answers is in Japan, by the language or by the home Region. */
  private boolean inJapan() {
    return wanted == Language.JA
        || (options.practice().isPresent()
                ? options.region().or(() -> Optional.of(PRACTICE_REGION))
                : options.region().or(() -> settings().region().map(AwsSettings.AwsSetting::value)))
            .filter(PhoneNumbers::inJapan)
            .isPresent();
  }

  /**
   * The language that a run is wanted in.
   *
   * @throws Exit if it is none of ours
   */
  public static Language language(Options options, RunEnvironment world) {
    Language usual = Language.of(world.environment());
    return options
        .language()
        .map(
            tag ->
                Stream.of(Language.values())
                    .filter(language -> language.tag().equals(tag))
                    .findFirst()
                    .orElseThrow(
                        () ->
                            new Exit(
                                Exit.BAD_INPUT,
                                Messages.in(world.spoken(usual)).text("cli.language", tag))))
        .orElse(usual);
  }

  /** The language of documents, which may be read elsewhere. */
  public Language wanted() {
    return wanted;
  }

  /** The language that is spoken. */
  public Language language() {
    return world.spoken(wanted);
  }

  public Messages messages() {
    return Messages.in(language());
  }

  public RunEnvironment world() {
    return world;
  }

  public Options options() {
    return options;
  }

  /** The catalogue that holds for this run. */
  public Catalog catalog() {
    try {
      if (options.steps().isEmpty()) {
        return CatalogReader.builtIn(Steps.ids());
      }
      Path file = options.steps().get();
      return piped(file)
          ? CatalogReader.read(standardInput("--steps", InputText.LARGEST), Steps.ids())
          : CatalogReader.read(file, Steps.ids());
    } catch (InputErrors e) {
      throw new Exit(Exit.BAD_INPUT, e.getMessage());
    }
  }

  /** Whether a file's name stands for standard input. */
  public static boolean piped(Path file) {
    return file.equals(InputText.STANDARD_INPUT);
  }

  /**
   * What standard input says, which is read once in a run.
   *
   * @param option what it is read for; there can be but one
   */
  public InputText standardInput(String option, long largest) {
    if (!pipedFor.isEmpty() && !pipedFor.equals(option)) {
      throw new Exit(Exit.BAD_INPUT, messages().text("cli.piped-twice", pipedFor, option));
    }
    if (pipedFor.isEmpty()) {
      pipedFor = option;
      try {
        standardInput = InputText.of(world.in(), largest);
      } catch (InputErrors e) {
        // It can't be read again, so nobody may try.
        throw new Exit(Exit.BAD_INPUT, e.getMessage());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return standardInput;
  }

  /** The folder for what is kept of a person, whatever the account. */
  public StateFolder rootFolder() {
    return StateFolder.of(options.stateDir(), world.environment(), world.home());
  }

  /** The folder for everything that is kept. */
  public StateFolder stateFolder() {
    StateFolder folder = rootFolder();
    return options.practice().isPresent()
        ? folder.within("practice").within(scenario().id())
        : folder;
  }

  /** The answers of this run's command line and answers file. */
  public Map<String, String> givenAnswers(Catalog catalog) {
    Given given = given(catalog);
    given.refuse();
    return given.answers();
  }

  /**
   * The answers of this run.
   *
   * @param elsewhere what is wrong with them, unless the account turns out to be one of Japan
   */
  private record Given(Map<String, String> answers, Optional<String> elsewhere) {
    void refuse() {
      elsewhere.ifPresent(
          wrong -> {
            throw new Exit(Exit.BAD_INPUT, wrong);
          });
    }
  }

  private Given given(Catalog catalog) {
    try {
      return new Given(readAnswers(catalog), Optional.empty());
    } catch (InputErrors wrong) {
      return givenInJapan(catalog, wrong);
    }
  }

  /** What is wrong may be right in Japan, which only the answers themselves may name. */
  private Given givenInJapan(Catalog catalog, InputErrors elsewhere) {
    phones().suppose(true);
    try {
      Map<String, String> answers = readAnswers(catalog);
      boolean home = PhoneNumbers.inJapan(answers.getOrDefault("home-region", ""));
      phones().suppose(home);
      return new Given(answers, Optional.of(elsewhere.getMessage()).filter(wrong -> !home));
    } catch (InputErrors e) {
      throw new Exit(Exit.BAD_INPUT, e.getMessage());
    }
  }

  private Map<String, String> readAnswers(Catalog catalog) throws InputErrors {
    Map<String, String> given = new LinkedHashMap<>();
    if (options.answers().isPresent()) {
      Path file = options.answers().get();
      given.putAll(
          piped(file)
              ? AnswersFile.read(
                  standardInput("--answers", InputText.LARGEST), catalog, rules, messages())
              : AnswersFile.read(file, catalog, rules, messages()));
    }
    given.putAll(AnswersFile.read("--preset", options.preset(), catalog, rules, messages()));
    given.putAll(AnswersFile.read("--set", options.set, catalog, rules, messages()));
    return given;
  }

  /**
   * Signs in and opens a session; everything wrong with the input is said before any call, but for
   * a phone number that only the account's address makes a right one.
   *
   * @param written answers that were written down with a plan; they win over all others
   */
  public Session session(Map<String, String> written) throws CallFailed {
    Catalog catalog = catalog();
    Given given = given(catalog);
    Map<String, String> answers = new LinkedHashMap<>(given.answers());
    List<String> pairs =
        written.entrySet().stream().map(a -> a.getKey() + "=" + a.getValue()).toList();
    try {
      answers.putAll(AnswersFile.read("--plan", pairs, catalog, rules, messages()));
    } catch (InputErrors e) {
      throw new Exit(Exit.BAD_INPUT, e.getMessage());
    }
    Session session = session(catalog, answers, false);
    if (given.elsewhere().isPresent() && !phones().inJapanByContact()) {
      given.refuse();
    }
    return session;
  }

  /**
   * What a wizard works with. Where files or answers were named they are read now, so that what is
   * wrong with them is said before the screen is taken; the built-in catalogue alone is right, and
   * read when it is needed: parsing it takes longer than the first frame.
   */
  Supplier<RunInput> input() {
    boolean named = options.steps().isPresent() || options.namesAnswers();
    if (named) {
      RunInput input = readInput();
      return () -> input;
    }
    return this::readInput;
  }

  private RunInput readInput() {
    Catalog catalog = catalog();
    return new RunInput(catalog, givenAnswers(catalog));
  }

  /** Signs in and opens a session with input that was read already. */
  public Session session(RunInput input, boolean personAtWork) throws CallFailed {
    return session(input.catalog(), input.given(), personAtWork);
  }

  public Session session(Catalog catalog, Map<String, String> given, boolean personAtWork)
      throws CallFailed {
    SignIn.SignInResult signedIn =
        options.practice().isPresent() ? practice(given, personAtWork) : real(homeRegion(given));
    return session(catalog, given, signedIn);
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
    String region = line.region().isPresent() ? line.region().get() : homeRegion(given);
    OtherAccount.OpenAccount opened =
        OtherAccount.open(
            signIn(region), new OtherAccount.LookupRole(line.role(), line.externalId()));
    try {
      return new Visit(
          session(catalog, given, new SignIn.SignInResult(opened.account(), new NoCaller())),
          opened);
    } catch (RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  private Session session(
      Catalog catalog, Map<String, String> given, SignIn.SignInResult signedIn) {
    StateFolder folder = stateFolder();
    if (options.practice().isEmpty()) {
      folder = folder.account(signedIn.account().identity().accountId());
    }
    return session(catalog, given, signedIn, folder);
  }

  private Session session(
      Catalog catalog,
      Map<String, String> given,
      SignIn.SignInResult signedIn,
      StateFolder folder) {
    Account account = signedIn.account();
    phones().of(account);
    NotesFile notes = new NotesFile(folder);
    Session session =
        new Session(
            new Session.Parts(
                catalog,
                account.identity(),
                Steps.of(account),
                new AnswerBook(catalog, stillGood(catalog, notes.answers()), given),
                rules,
                notes,
                new JournalFile(folder),
                signedIn.caller(),
                world.clock(),
                new Json(),
                account::invalidate),
            delays,
            Thread::sleep);
    session.onFault(faults);
    return session;
  }

  /** Where our own faults are written down. */
  public FaultLog faults() {
    return faults;
  }

  /** The answers of this run alone, with the defaults; nothing is read and nobody signs in. */
  public AnswerBook givenBook(Catalog catalog) {
    return new AnswerBook(catalog, Map.of(), givenAnswers(catalog));
  }

  /**
   * Every setting with what holds now, as an answers file. Earlier answers belong to an account;
   * nobody who can't sign in is kept from the rest.
   */
  public String answersFile() {
    Catalog catalog = catalog();
    Map<String, String> given = givenAnswers(catalog);
    AnswerBook book = new AnswerBook(catalog, stillGood(catalog, earlierAnswers(given)), given);
    return AnswersText.of(catalog, Messages.in(wanted), book.all(), book::holds);
  }

  private Map<String, String> earlierAnswers(Map<String, String> given) {
    if (options.practice().isPresent()) {
      return new NotesFile(stateFolder()).answers();
    }
    if (options.profile().isPresent()) {
      settings();
    }
    try {
      String account = real(homeRegion(given)).account().identity().accountId();
      return new NotesFile(stateFolder().account(account)).answers();
    } catch (CallFailed | Exit e) {
      return Map.of();
    }
  }

  /** Where to hear of calls that AWS makes us wait for. */
  public Delays delays() {
    return delays;
  }

  /** Answers of earlier runs; one that the catalogue no longer takes counts as not given. */
  private Map<String, String> stillGood(Catalog catalog, Map<String, String> saved) {
    Map<String, String> good = new LinkedHashMap<>(saved);
    good.entrySet()
        .removeIf(
            answer ->
                catalog
                    .setting(answer.getKey())
                    .filter(
                        setting ->
                            rules.check(setting, answer.getValue())
                                instanceof AnswerRules.AnswerResult.Wrong)
                    .isPresent());
    return good;
  }

  /**
   * A session on an account in memory that nothing was ever done to: what is missing there is all
   * that the answers ask for.
   */
  public Session emptyAccount() throws CallFailed {
    Catalog catalog = catalog();
    Map<String, String> given = givenAnswers(catalog);
    SignIn.SignInResult empty =
        SignIn.to(
            new PracticeAccount(Scenario.NEW),
            regionOption().orElse(given.getOrDefault("home-region", "us-east-1")),
            Optional.of(Scenario.NEW.id()));
    StateFolder nowhere = stateFolder().within("nothing");
    return session(catalog, given, empty, nowhere);
  }

  private SignIn.SignInResult real(String region) throws CallFailed {
    return SignIn.to(signIn(region));
  }

  private SignIn.SignInOptions signIn(String region) {
    return new SignIn.SignInOptions(credentials(region), region, network(), heard());
  }

  /** The credentials of this run, for all accounts: who is asked for a code is asked once. */
  private synchronized SignInCredentials credentials(String region) {
    if (credentials.isEmpty()) {
      credentials =
          Optional.of(
              new SignInCredentials(
                  new SignInCredentials.CredentialOptions(
                      () -> AwsSettings.read(world.environment(), world.home(), options.profile()),
                      region,
                      network(),
                      codes,
                      world.clock())));
    }
    return credentials.get();
  }

  /** The log of the calls of this run. */
  public RunLog log() {
    return log;
  }

  /**
   * The world's listener; calls that take long are told to whoever wants to know, and each is
   * written into the log.
   */
  private CallListener heard() {
    return new CallListener() {
      @Override
      public void calling(String service, String operation, String region) {
        world.listener().calling(service, operation, region);
      }

      @Override
      public void late(String service, String operation, String region, int attempt, int of) {
        delays.accept(new Delay(service + " " + operation, attempt, of));
      }

      @Override
      public void ended(String service, String operation, String region, CallEnd end) {
        log.add(end.line(service, operation, region));
      }

      @Override
      public void closed() {
        world.listener().closed();
      }
    };
  }

  /** The home Region, if anything names one. */
  public Optional<String> knownRegion(Map<String, String> given) {
    return regionOption()
        .or(() -> Optional.ofNullable(given.get("home-region")))
        .or(() -> settings().region().map(set -> region(set.value(), set.place())));
  }

  /** What counts as a Region. */
  public RegionRule regions() {
    return KnownRegions.rule(world.environment().getOrDefault(KnownRegions.NEWER, ""));
  }

  /** The Region of the command line. */
  private Optional<String> regionOption() {
    return options.region().map(name -> region(name, "--region"));
  }

  private String region(String name, String place) {
    regions()
        .wrong(name)
        .ifPresent(
            wrong -> {
              throw new Exit(
                  Exit.BAD_INPUT,
                  messages()
                      .text("cli.region", place, messages().text(wrong.code(), wrong.values())));
            });
    return name;
  }

  /**
   * The AWS settings of this machine.
   *
   * @throws Exit if they can't be read
   */
  AwsSettings settings() {
    return valid(() -> AwsSettings.read(world.environment(), world.home(), options.profile()));
  }

  /**
   * How AWS is reached.
   *
   * @throws Exit if the environment, the profile or the command line is wrong about it
   */
  private NetworkSettings network() {
    AwsSettings settings = settings();
    return valid(() -> NetworkSettings.of(options.endpoint(), world.environment(), settings));
  }

  private <T> T valid(Supplier<T> settings) {
    try {
      return settings.get();
    } catch (InvalidSettings e) {
      throw new Exit(
          Exit.BAD_INPUT, e.notes().stream().map(this::text).collect(Collectors.joining("\n")));
    }
  }

  /**
   * Asks for the code of an MFA device where signing in will need one, before a screen or a talk
   * begins: then nobody could be asked. What goes wrong is told there, by the sign-in itself.
   */
  void askForCode(Map<String, String> given) {
    credentials(knownRegion(given).orElse(ANY_REGION)).tryNow();
    codes.close();
  }

  /** Whether signing in needs the code of an MFA device. */
  boolean asksForCode() {
    return options.practice().isEmpty() && settings().asksForCode();
  }

  /**
   * Refuses settings that no sign-in can be made with; the practice account needs none. What
   * another setting outweighs is passed over, as the AWS CLI does.
   *
   * @param given the answers of the command line, as far as they are known
   */
  public void requireSettings(Map<String, String> given) {
    regionOption();
    if (options.practice().isEmpty()) {
      knownRegion(given);
      network();
    }
  }

  /** Who is signed in; where no Region is known, to none in particular. */
  public Identity whoIsSignedIn(Map<String, String> given) throws CallFailed {
    SignIn.SignInResult signedIn =
        options.practice().isPresent()
            ? practice(given, false)
            : real(knownRegion(given).orElse(ANY_REGION));
    return signedIn.account().identity();
  }

  /** What keeps this machine from AWS, whoever asks; empty if nothing. */
  public Optional<Problem> reach(Map<String, String> given) {
    return ConnectivityProbe.problem(signIn(knownRegion(given).orElse(ANY_REGION)));
  }

  /** The home Region, before anything is asked of AWS. */
  String homeRegion(Map<String, String> given) {
    return knownRegion(given)
        .orElseThrow(() -> new Exit(Exit.BAD_INPUT, messages().text("cli.no-region")));
  }

  private SignIn.SignInResult practice(Map<String, String> given, boolean personAtWork)
      throws CallFailed {
    PracticeLog writes = new PracticeLog(stateFolder());
    if (options.practiceReset) {
      writes.clear();
    }
    Clients.Source clients =
        world
            .practice()
            .account(
                scenario(),
                writes,
                heard(),
                personAtWork ? Duration.ofMillis(120) : Duration.ZERO,
                world.clock(),
                personAtWork);
    String home = regionOption().orElse(given.getOrDefault("home-region", PRACTICE_REGION));
    return SignIn.to(clients, home, Optional.of(scenario().id()));
  }

  private Scenario scenario() {
    String name = options.practice().orElseThrow();
    if (name.startsWith("-")) {
      // The next word was taken for the scenario.
      throw new Exit(Exit.BAD_INPUT, messages().text("cli.unknown-option", name));
    }
    return Scenario.of(name)
        .orElseThrow(
            () ->
                new Exit(
                    Exit.BAD_INPUT,
                    messages()
                        .text(
                            "cli.scenario",
                            name,
                            Stream.of(Scenario.values())
                                .map(Scenario::id)
                                .collect(Collectors.joining(", ")))));
  }

  /** The ids of the chosen steps, in their order; all of them where none was chosen. */
  public List<String> chosen(Session session, StepOptions steps) {
    return chosen(session, steps.steps(), steps.except());
  }

  /** The ids of these steps but some, in their order; of all of them where none is named. */
  public List<String> chosen(Session session, List<String> ids, List<String> except) {
    session.include(ids);
    return chosen(session.catalog(), ids, except);
  }

  /** The same of a catalogue alone. */
  public List<String> chosen(Catalog catalog, List<String> ids, List<String> except) {
    List<String> known = catalog.steps().stream().map(StepEntry::id).toList();
    requireKnown("--step", ids, known);
    requireKnown("--except", except, known);
    List<String> chosen =
        known.stream()
            .filter(id -> ids.isEmpty() || ids.contains(id))
            .filter(id -> !except.contains(id))
            .toList();
    if (chosen.isEmpty() && !except.isEmpty()) {
      throw new Exit(Exit.BAD_INPUT, messages().text("cli.no-step-left"));
    }
    return chosen;
  }

  private void requireKnown(String option, List<String> ids, List<String> known) {
    ids.stream()
        .filter(id -> !known.contains(id))
        .findFirst()
        .ifPresent(
            id -> {
              throw new Exit(
                  Exit.BAD_INPUT,
                  messages().text("cli.unknown-step", option + " " + id, String.join(", ", known)));
            });
  }

  /** A note of the messages as a text. */
  public String text(Note note) {
    return messages().text(note.code(), note.values());
  }
}
