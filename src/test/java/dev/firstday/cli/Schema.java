package dev.firstday.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A published schema, read by a validator that nobody here wrote. */
public record Schema(JsonSchema schema) {
  public static Schema of(String name) {
    try {
      return new Schema(
          JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
              .getSchema(Files.readString(Path.of("docs/schemas").resolve(name))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> errors(JsonNode json) {
    return schema
        .validate(json, run -> run.getExecutionConfig().setFormatAssertionsEnabled(true))
        .stream()
        .map(ValidationMessage::getMessage)
        .toList();
  }

  /** The text as JSON, which must be as the schema says. */
  public JsonNode accepts(String text) {
    JsonNode json = JsonOf.text(text);
    assertEquals(List.of(), errors(json));
    return json;
  }
}
