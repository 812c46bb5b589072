package dev.signet.demo.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** HTML templates with placeholders such as {@code {{name}}}, from the package of this class. */
final class Html {

  private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

  private Html() {}

  /** Returns a file of the page, or null if no file has that name. */
  static byte @Nullable [] file(String name) {
    try (InputStream file = Html.class.getResourceAsStream(name)) {
      return file == null ? null : file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the text of a template. */
  static String template(String name) {
    byte[] file = file(name);
    if (file == null) {
      throw new IllegalStateException(name + " is missing in the WAR. Build it again.");
    }
    return new String(file, StandardCharsets.UTF_8);
  }

  /** Replaces the placeholders of a template with HTML. */
  static String fill(String template, Map<String, String> places) {
    return PLACE
        .matcher(template)
        .replaceAll(place -> Matcher.quoteReplacement(places.getOrDefault(place.group(1), "")));
  }

  /** Escapes text for elements and quoted attributes. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
