package dev.firstday.engine.answers;

import dev.firstday.catalog.Note;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * What counts as the name of a Region: the one rule for every option, variable, file and answer
 * that names one.
 *
 * @param description what a Region is called, as {@code Asia Pacific (Tokyo)}
 * @param more names of Regions that are newer than the list
 */
public record RegionRule(
    Optional<Supplier<Set<String>>> known, Function<String, String> description, Set<String> more) {
  /** What is said of something that is like no Region. */
  static final String EXPECTED = "answer.region";

  private static final Pattern FORM = Pattern.compile("[a-z]{2,}(-[a-z]+)+-\\d+");
  private static final Pattern ZONE = Pattern.compile("-?[a-z][a-z0-9-]*");
  private static final Pattern PLACE = Pattern.compile("[\\p{L}][\\p{L} .]{2,}");

  // The SDK's descriptions are English.
  private static final Map<String, String> JAPANESE =
      Map.of("東京", "ap-northeast-1", "大阪", "ap-northeast-3");

  /** The rule where no list is at hand: a name of the right form. */
  public static RegionRule wellFormed() {
    return new RegionRule(Optional.empty(), id -> "", Set.of());
  }

  /** What is wrong with a name, a text of the messages; empty if it is a Region's. */
  public Optional<Note> wrong(String name) {
    Set<String> all = known.map(Supplier::get).orElse(Set.of());
    boolean formed = FORM.matcher(name).matches();
    if (more.contains(name) || (known.isEmpty() ? formed : all.contains(name))) {
      return Optional.empty();
    }
    Optional<Note> zone = zone(name, all).map(id -> Note.of("answer.region-zone", name, id));
    return zone.or(() -> meant(name, all, formed))
        .or(() -> Optional.of(formed ? Note.of("answer.region-unknown", name) : Note.of(EXPECTED)));
  }

  private Optional<Note> meant(String name, Set<String> all, boolean formed) {
    return called(name, all)
        .or(() -> Nearest.of(name.replaceAll("[\\s_]+", "-"), all))
        .map(id -> Note.of(formed ? "answer.region-new" : "answer.region-meant", name, id));
  }

  /** The Region of an availability zone, as of us-east-1a or us-west-2-lax-1a. */
  private static Optional<String> zone(String name, Set<String> all) {
    return all.stream()
        .filter(region -> name.startsWith(region))
        .filter(region -> ZONE.matcher(name.substring(region.length())).matches())
        .max(Comparator.comparingInt(String::length));
  }

  /** The Region that goes by this name among people, as Tokyo. */
  private Optional<String> called(String name, Set<String> all) {
    String plain = name.strip().toLowerCase(Locale.ROOT);
    return Optional.ofNullable(JAPANESE.get(plain))
        .or(
            () ->
                all.stream()
                    .sorted()
                    .filter(id -> PLACE.matcher(plain).matches())
                    .filter(id -> description.apply(id).toLowerCase(Locale.ROOT).contains(plain))
                    .findFirst());
  }
}
