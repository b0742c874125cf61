package dev.firstday.cli.run;

import dev.firstday.catalog.Catalog;
import dev.firstday.catalog.InputErrors;
import dev.firstday.catalog.Language;
import dev.firstday.engine.answers.AnswerBook;
import dev.firstday.engine.answers.AnswerRules;
import dev.firstday.state.AnswersFile;
import dev.firstday.steps.root.PhoneCountry;
import dev.firstday.steps.root.PhoneNumbers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The answers of a run's command line and answers file, and the rules that they are read by. */
public final class CommandLineAnswers {
  private final RunSettings run;
  private final InputFiles files;
  private final AnswerRules rules;
  private Optional<PhoneCountry> phones = Optional.empty();

  CommandLineAnswers(RunSettings run, InputFiles files) {
    this.run = run;
    this.files = files;
    this.rules = new AnswerRules(text -> phones().international(text), run.regions());
  }

  /**
   * Answers that were read.
   *
   * @param elsewhere what is wrong with them, unless the account turns out to be one of Japan
   */
  record ReadAnswers(Map<String, String> answers, Optional<String> elsewhere) {
    void refuse() {
      elsewhere.ifPresent(
          wrong -> {
            throw new Exit(Exit.BAD_INPUT, wrong);
          });
    }
  }

  AnswerRules rules() {
    return rules;
  }

  /**
   * The country whose way of writing phone numbers counts; made when it is needed, as its classes
   * take longer to load than the first frame may.
   */
  synchronized PhoneCountry phones() {
    if (phones.isEmpty()) {
      phones = Optional.of(new PhoneCountry(this::inJapan));
    }
    return phones.get();
  }

  /** Whether whoever answers is in Japan, by the language or by the home Region. */
  private boolean inJapan() {
    return run.wanted() == Language.JA
        || run.namedRegion().filter(PhoneNumbers::inJapan).isPresent();
  }

  /**
   * The answers of this run.
   *
   * @throws Exit if they are wrong
   */
  public Map<String, String> require(Catalog catalog) {
    ReadAnswers given = read(catalog);
    given.refuse();
    return given.answers();
  }

  /** The answers of this run alone, with the defaults; nothing is read and nobody signs in. */
  public AnswerBook book(Catalog catalog) {
    return new AnswerBook(catalog, Map.of(), require(catalog));
  }

  ReadAnswers read(Catalog catalog) {
    try {
      return new ReadAnswers(parse(catalog), Optional.empty());
    } catch (InputErrors wrong) {
      return readInJapan(catalog, wrong);
    }
  }

  /** What is wrong may be right in Japan, which only the answers themselves may name. */
  private ReadAnswers readInJapan(Catalog catalog, InputErrors elsewhere) {
    phones().suppose(true);
    try {
      Map<String, String> answers = parse(catalog);
      boolean home = PhoneNumbers.inJapan(answers.getOrDefault("home-region", ""));
      phones().suppose(home);
      return new ReadAnswers(answers, Optional.of(elsewhere.getMessage()).filter(wrong -> !home));
    } catch (InputErrors e) {
      throw RunSettings.badInput(e);
    }
  }

  private Map<String, String> parse(Catalog catalog) throws InputErrors {
    Map<String, String> given = new LinkedHashMap<>();
    if (run.options().answers.isPresent()) {
      given.putAll(
          files.parse(
              "--answers",
              run.options().answers.get(),
              text -> AnswersFile.read(text, catalog, rules, run.messages()),
              file -> AnswersFile.read(file, catalog, rules, run.messages())));
    }
    given.putAll(pairs("--preset", run.options().preset(), catalog));
    given.putAll(pairs("--set", run.options().set, catalog));
    return given;
  }

  private Map<String, String> pairs(String option, List<String> pairs, Catalog catalog)
      throws InputErrors {
    return AnswersFile.read(option, pairs, catalog, rules, run.messages());
  }

  /** Answers that were written down with a plan, as they hold now. */
  Map<String, String> ofPlan(Catalog catalog, Map<String, String> written) {
    List<String> pairs =
        written.entrySet().stream().map(a -> a.getKey() + "=" + a.getValue()).toList();
    try {
      return pairs("--plan", pairs, catalog);
    } catch (InputErrors e) {
      throw RunSettings.badInput(e);
    }
  }

  /** Answers of earlier runs; one that the catalogue no longer takes counts as not given. */
  Map<String, String> stillGood(Catalog catalog, Map<String, String> saved) {
    Map<String, String> good = new LinkedHashMap<>(saved);
    good.entrySet().removeIf(answer -> isWrong(catalog, answer.getKey(), answer.getValue()));
    return good;
  }

  private boolean isWrong(Catalog catalog, String key, String value) {
    return catalog
        .setting(key)
        .filter(setting -> rules.check(setting, value) instanceof AnswerRules.AnswerResult.Wrong)
        .isPresent();
  }
}
