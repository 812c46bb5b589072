package dev.signet.history;

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

/**
 * Breaks the library in one place at a time, and prints how many histories it takes until one
 * fails.
 */
final class MutationRun {

  private static final long MAX = 200_000;

  private MutationRun() {}

  /** Runs all mutations; an argument is the number of histories after which one has survived. */
  public static void main(String... arguments) throws Exception {
    long max = arguments.length == 0 ? MAX : Long.parseLong(arguments[0]);
    for (Mutation mutation : Mutation.all()) {
      long played = played(mutation, max);
      System.out.printf(
          "| %s | `%s` | %s |%n",
          mutation.breaks(), mutation.file(), played == 0 ? "survives" : "" + played);
    }
  }

  /** Returns how many histories are played until one fails; 0 if none does. */
  static long played(Mutation mutation, long max) throws Exception {
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
