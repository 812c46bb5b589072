package dev.signet.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Breaks the library in one place at a time: random histories must show it. */
class MutationTest {

  private static final String MAX = "histories.mutations";

  @ParameterizedTest
  @MethodSource("dev.signet.history.Mutation#all")
  @DisplayName("Each mutation still changes the source that it names")
  void fits(Mutation mutation) {
    assertThatCode(mutation::source).doesNotThrowAnyException();
  }

  /** {@code -Dhistories.mutations=60000} is the number of histories to play at most. */
  @ParameterizedTest
  @MethodSource("dev.signet.history.Mutation#all")
  @EnabledIfSystemProperty(named = MAX, matches = "[0-9]+")
  @DisplayName("Random histories find each mutation")
  void isFound(Mutation mutation, TestReporter reporter) throws Exception {
    long played = played(mutation, Long.getLong(MAX));

    assertThat(played).as("histories until one fails").isPositive();
    reporter.publishEntry(mutation.breaks(), Long.toString(played));
  }

  /** Returns how many histories are played until one fails; 0 if none does. */
  private static long played(Mutation mutation, long max) throws Exception {
    Path folder = Files.createTempDirectory("mutation");
    compile(mutation, folder);
    List<URL> urls = new ArrayList<>(List.of(folder.toUri().toURL()));
    for (String entry : System.getProperty("java.class.path").split(":", -1)) {
      if (!entry.isEmpty()) {
        urls.add(Path.of(entry).toUri().toURL());
      }
    }
    ClassLoader platform = ClassLoader.getPlatformClassLoader();
    try (var loader = new URLClassLoader(urls.toArray(new URL[0]), platform)) {
      var counting =
          loader
              .loadClass(Search.class.getName())
              .getDeclaredMethod("playedUntilFailure", long.class);
      counting.setAccessible(true);
      return (long) counting.invoke(null, max);
    }
  }

  private static void compile(Mutation mutation, Path folder) throws IOException {
    String source = mutation.source();
    URI uri = URI.create("string:///dev/signet/" + mutation.file());
    var file =
        new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    var messages = new StringWriter();
    List<String> options =
        List.of(
            "-nowarn",
            "-proc:none",
            "-d",
            folder.toString(),
            "-cp",
            System.getProperty("java.class.path"));
    boolean compiled =
        ToolProvider.getSystemJavaCompiler()
            .getTask(messages, null, null, options, null, List.of(file))
            .call();
    if (!compiled) {
      throw new IllegalStateException(mutation + " does not compile: " + messages);
    }
  }
}
