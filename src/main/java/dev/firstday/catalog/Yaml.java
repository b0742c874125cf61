package dev.firstday.catalog;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A YAML document whose nodes know their line. Jackson's own tree does not keep the position of a
 * node, and an error without its line does not help in a file of several hundred lines.
 */
public sealed interface Yaml {
  /** The line the node starts in, from 1. */
  int line();

  /** A mapping; {@code keyLines} has the line of each key. */
  record Mapping(int line, Map<String, Yaml> entries, Map<String, Integer> keyLines)
      implements Yaml {
    /** The line of a key; of the mapping if it has none. */
    public int lineOf(String key) {
      return keyLines.getOrDefault(key, line);
    }
  }

  record Sequence(int line, List<Yaml> items) implements Yaml {}

  /** A scalar as it was written. */
  record Scalar(int line, String text, boolean empty) implements Yaml {}

  static Yaml read(Path file) throws InputErrors {
    try {
      InputText text = InputText.of(file);
      return parse(text.name(), text.text());
    } catch (MalformedInputException e) {
      throw InputText.wrong("%s:1: the file is not text, expected YAML in UTF-8", file);
    } catch (IOException e) {
      throw InputText.wrong(
          "%s:1: the file can't be read (%s), expected a YAML file", file, reason(e));
    }
  }

  static Yaml parse(String file, String text) throws InputErrors {
    try (YAMLParser parser = YAMLFactory.builder().build().createParser(text)) {
      return document(parser, file);
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      throw InputText.wrong(
          "%s:%s: not YAML: %s",
          file,
          at == null ? 1 : Math.max(1, at.getLineNr()),
          e.getOriginalMessage().lines().findFirst().orElse("syntax error"));
    } catch (IOException e) {
      throw InputText.wrong("%s:1: not readable: %s", file, String.valueOf(e.getMessage()));
    }
  }

  private static Yaml document(YAMLParser parser, String file) throws IOException, InputErrors {
    List<String> errors = new ArrayList<>();
    Yaml root =
        parser.nextToken() == null
            ? new Mapping(1, Map.of(), Map.of())
            : node(parser, file, errors);
    if (errors.isEmpty() && parser.nextToken() != null) {
      errors.add(
          "%s:%s: a second document begins, expected one"
              .formatted(file, parser.currentTokenLocation().getLineNr()));
    }
    if (!errors.isEmpty()) {
      throw new InputErrors(errors);
    }
    return root;
  }

  private static Yaml node(YAMLParser parser, String file, List<String> errors) throws IOException {
    int line = parser.currentTokenLocation().getLineNr();
    if (parser.isCurrentAlias()) {
      errors.add("%s:%s: an alias, expected the value itself".formatted(file, line));
      return new Scalar(line, "", true);
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> mapping(line, parser, file, errors);
      case START_ARRAY -> {
        List<Yaml> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          items.add(node(parser, file, errors));
        }
        yield new Sequence(line, items);
      }
      case VALUE_NULL -> new Scalar(line, "", true);
      default -> new Scalar(line, parser.getText(), false);
    };
  }

  private static Mapping mapping(int line, YAMLParser parser, String file, List<String> errors)
      throws IOException {
    Map<String, Yaml> entries = new LinkedHashMap<>();
    Map<String, Integer> keyLines = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      int keyLine = parser.currentTokenLocation().getLineNr();
      parser.nextToken();
      Yaml value = node(parser, file, errors);
      if (entries.putIfAbsent(key, value) != null) {
        errors.add(
            "%s:%s: the key \"%s\" stands twice, expected it once (first in line %s)"
                .formatted(file, keyLine, key, keyLines.get(key)));
      } else {
        keyLines.put(key, keyLine);
      }
    }
    return new Mapping(line, entries, keyLines);
  }

  private static String reason(IOException e) {
    return switch (e) {
      case java.nio.file.NoSuchFileException x -> "no such file";
      case java.nio.file.AccessDeniedException x -> "permission denied";
      default -> String.valueOf(e.getMessage());
    };
  }
}
