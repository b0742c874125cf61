package dev.firstday.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The catalogue that the program carries. It never changes, and is long: a process reads it once,
 * and the native binary not at all, as this class is initialized while the binary is built.
 */
final class BuiltInCatalog {
  static final Catalog CATALOG = read();

  private BuiltInCatalog() {}

  private static Catalog read() {
    String file = CatalogReader.BUILT_IN;
    try (InputStream bytes = BuiltInCatalog.class.getResourceAsStream("/" + file)) {
      String text = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
      return CatalogReader.readUnchecked(file, Yaml.parse(file, text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InputErrors e) {
      throw new IllegalStateException(e);
    }
  }
}
