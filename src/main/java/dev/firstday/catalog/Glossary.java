package dev.firstday.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words of AWS that a beginner meets here, each explained in both languages. */
public record Glossary(List<Term> terms) {
  private static final String FILE = "glossary.yaml";

  public Glossary {
    terms = List.copyOf(terms);
  }

  /**
   * A word and what it means.
   *
   * @param words other ways in which it is written, in either language
   */
  public record Term(String id, Text name, List<String> words, Text text) {
    public Term {
      words = List.copyOf(words);
    }

    private static Term of(Fields fields) {
      return new Term(
          fields.text("id"),
          fields.bothLanguages("name"),
          fields.strings("words"),
          fields.bothLanguages("text"));
    }

    /** Everything it may be called. */
    private Stream<String> names() {
      return Stream.concat(Stream.of(id, name.en(), name.ja()), words.stream());
    }

    /** Whether a text uses the word. */
    boolean in(String text) {
      return names().skip(1).anyMatch(name -> whole(name).matcher(text).find());
    }

    /** A word as such: no part of a longer one, where a language has spaces between words. */
    private static Pattern whole(String word) {
      return Pattern.compile(
          "(?<![A-Za-z0-9-])" + Pattern.quote(word) + "s?(?![A-Za-z0-9-])",
          Pattern.CASE_INSENSITIVE);
    }

    private boolean called(String word) {
      return names().anyMatch(name -> folded(name).equals(folded(word)));
    }
  }

  /** The glossary that the program carries. */
  public static Glossary builtIn() {
    try (InputStream file = Glossary.class.getResourceAsStream(FILE)) {
      return read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InputErrors e) {
      throw new IllegalStateException(e);
    }
  }

  static Glossary read(String text) throws InputErrors {
    List<String> errors = new ArrayList<>();
    Fields root = Fields.of(FILE, errors, Yaml.parse(FILE, text), "a mapping with terms");
    Glossary glossary = root.read(fields -> new Glossary(fields.entries("terms", Term::of)));
    if (!errors.isEmpty()) {
      throw new InputErrors(errors);
    }
    return glossary;
  }

  /** The words that a text uses, in the order of the glossary. */
  public List<Term> in(String text) {
    return terms.stream().filter(term -> term.in(text)).toList();
  }

  /** A word that somebody asks for, in whatever case and with spaces or hyphens. */
  public Optional<Term> find(String word) {
    return terms.stream().filter(term -> term.called(word)).findFirst();
  }

  private static String folded(String word) {
    return word.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
  }
}
