package dev.firstday.dist;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/**
 * The system class loader of a firstday under observation ({@code -Djava.system.class.loader}):
 * writes down every resource that is found and every class that is asked for by name, which is what
 * a native image has to be told of.
 */
public final class TracingLoader extends URLClassLoader {
  private static final Path LOG = Path.of(System.getProperty("firstday.trace", "trace.txt"));

  public TracingLoader(ClassLoader system) {
    super(classPath(), system.getParent());
  }

  private static URL[] classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(TracingLoader::url)
        .toArray(URL[]::new);
  }

  private static URL url(String file) {
    try {
      return Path.of(file).toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Override
  public URL findResource(String name) {
    URL found = super.findResource(name);
    if (found != null && !name.endsWith(".class")) {
      log("resource " + name);
    }
    return found;
  }

  @Override
  public Enumeration<URL> findResources(String name) throws IOException {
    List<URL> found = Collections.list(super.findResources(name));
    if (!found.isEmpty()) {
      log("resource " + name);
    }
    return Collections.enumeration(found);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    Class<?> type = super.loadClass(name, resolve);
    if (type.getClassLoader() == this && byName()) {
      log("class " + name);
    }
    return type;
  }

  /** The JVM resolves links without a frame of its own; what is between is somebody's code. */
  private static boolean byName() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames
                    .filter(frame -> !frame.getClassName().startsWith("dev.firstday.dist."))
                    .filter(frame -> !frame.getMethodName().equals("loadClass"))
                    .findFirst()
                    .filter(TracingLoader::looksUp)
                    .isPresent());
  }

  private static boolean looksUp(StackWalker.StackFrame frame) {
    return frame.getClassName().equals("java.lang.Class")
            && frame.getMethodName().startsWith("forName")
        || frame.getClassName().endsWith(".ClassLoaderHelper");
  }

  private static synchronized void log(String line) {
    try {
      Files.writeString(LOG, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
