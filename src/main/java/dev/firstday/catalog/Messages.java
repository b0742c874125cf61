package dev.firstday.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The texts of the program itself: {@code messages_en.properties} for all front ends, {@code
 * screens_en.properties} for the wizard, {@code lines_en.properties} for line mode, {@code
 * reports_en.properties} for reports, {@code failures_en.properties} for what failures mean, and
 * the same in Japanese.
 */
public final class Messages {
  private static final Map<Language, Messages> LOADED = new EnumMap<>(Language.class);

  /** The files, by the prefixes of the keys that only they have. */
  private static final Map<String, String> BUNDLES =
      Map.of("tui.", "screens_", "line.", "lines_", "report.", "reports_", "failure.", "failures_");

  private final Language language;
  private final Map<String, Properties> bundles = new ConcurrentHashMap<>();

  private Messages(Language language) {
    this.language = language;
  }

  /** The file that a key would be in; each is read when it is first needed. */
  private Properties texts(String key) {
    String bundle = BUNDLES.getOrDefault(key.substring(0, key.indexOf('.') + 1), "messages_");
    return bundles.computeIfAbsent(bundle, this::load);
  }

  private Properties load(String bundle) {
    Properties texts = new Properties();
    String resource = bundle + language.tag() + ".properties";
    try (InputStream bytes = Messages.class.getResourceAsStream(resource);
        Reader reader = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
      texts.load(reader);
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Messages in(Language language) {
    synchronized (LOADED) {
      return LOADED.computeIfAbsent(language, Messages::new);
    }
  }

  public Language language() {
    return language;
  }

  /** The text of a key with its values put in; a missing key is shown as it is. */
  public String text(String key, @Nullable Object... values) {
    return Text.fill(texts(key).getProperty(key, key), Arrays.asList(values));
  }

  public String text(String key, List<String> values) {
    return text(key, values.toArray());
  }

  public boolean has(String key) {
    return texts(key).containsKey(key);
  }

  /** Every key, for tests of completeness. */
  public Set<String> keys() {
    return Stream.concat(Stream.of("messages_"), BUNDLES.values().stream())
        .flatMap(bundle -> load(bundle).stringPropertyNames().stream())
        .collect(Collectors.toSet());
  }
}
