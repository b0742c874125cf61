package dev.firstday.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The texts of the program itself: {@code messages_en.properties} for all front ends, {@code
 * screens_en.properties} for the wizard, {@code lines_en.properties} for what only its line mode
 * says, {@code reports_en.properties} for what is handed over, and their Japanese twins.
 */
public final class Messages {
  private static final Map<Language, Messages> LOADED = new EnumMap<>(Language.class);

  private final Language language;
  private final Properties texts = new Properties();

  private Messages(Language language) {
    this.language = language;
    load("messages_");
    load("screens_");
    load("lines_");
    load("reports_");
  }

  private void load(String bundle) {
    String resource = bundle + language.tag() + ".properties";
    try (InputStream bytes = Messages.class.getResourceAsStream(resource);
        Reader reader = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
      texts.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The messages of a language; each is read once, when it is first needed. */
  public static Messages in(Language language) {
    synchronized (LOADED) {
      return LOADED.computeIfAbsent(language, Messages::new);
    }
  }

  public Language language() {
    return language;
  }

  /** The text of a key with its values put in; a missing key shows itself. */
  public String text(String key, Object... values) {
    return Text.fill(texts.getProperty(key, key), Stream.of(values).map(String::valueOf).toList());
  }

  /** {@link #text(String, Object...)} for values that came as a list. */
  public String text(String key, List<String> values) {
    return text(key, values.toArray());
  }

  /** Whether there is a text for the key. */
  public boolean has(String key) {
    return texts.containsKey(key);
  }

  /** Every key, for tests of completeness. */
  public Set<String> keys() {
    return texts.stringPropertyNames();
  }
}
