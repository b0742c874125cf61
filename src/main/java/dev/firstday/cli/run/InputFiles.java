package dev.firstday.cli.run;

import dev.firstday.catalog.Catalog;
import dev.firstday.catalog.CatalogReader;
import dev.firstday.catalog.InputErrors;
import dev.firstday.catalog.InputText;
import dev.firstday.steps.Steps;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the files that options name; {@code -} stands for standard input, in one option a run. */
public final class InputFiles {
  /** Makes something of a file, or of a text. */
  @FunctionalInterface
  public interface InputParser<S, T> {
    T parse(S source) throws InputErrors;
  }

  private final RunSettings run;
  private String pipedFor = "";
  private InputText standardInput = new InputText("", "");

  InputFiles(RunSettings run) {
    this.run = run;
  }

  /** The catalogue that holds for this run. */
  Catalog catalog() {
    try {
      Optional<Path> file = run.options().steps;
      return file.isEmpty()
          ? CatalogReader.builtIn()
          : parse(
              "--steps",
              file.get(),
              text -> CatalogReader.read(text, Steps.ids()),
              path -> CatalogReader.read(path, Steps.ids()));
    } catch (InputErrors e) {
      throw RunSettings.badInput(e);
    }
  }

  /**
   * What a file or standard input holds.
   *
   * @param option what names the file
   * @param largest the largest text that is read from standard input
   * @throws Exit if that can't be used
   */
  public <T> T read(
      String option,
      Path file,
      long largest,
      InputParser<InputText, T> ofText,
      InputParser<Path, T> ofFile) {
    try {
      return parse(option, file, largest, ofText, ofFile);
    } catch (InputErrors e) {
      throw RunSettings.badInput(e);
    }
  }

  /** The same, for whoever can do something about the errors. */
  <T> T parse(
      String option, Path file, InputParser<InputText, T> ofText, InputParser<Path, T> ofFile)
      throws InputErrors {
    return parse(option, file, InputText.LARGEST, ofText, ofFile);
  }

  private <T> T parse(
      String option,
      Path file,
      long largest,
      InputParser<InputText, T> ofText,
      InputParser<Path, T> ofFile)
      throws InputErrors {
    return file.equals(InputText.STANDARD_INPUT)
        ? ofText.parse(standardInput(option, largest))
        : ofFile.parse(file);
  }

  /** What standard input says, which is read once in a run. */
  private InputText standardInput(String option, long largest) {
    if (!pipedFor.isEmpty() && !pipedFor.equals(option)) {
      throw run.badInput("cli.piped-twice", pipedFor, option);
    }
    if (pipedFor.isEmpty()) {
      pipedFor = option;
      try {
        standardInput = InputText.of(run.world().in(), largest);
      } catch (InputErrors e) {
        // It can't be read again, so nobody may try.
        throw RunSettings.badInput(e);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return standardInput;
  }
}
