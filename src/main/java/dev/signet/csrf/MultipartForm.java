package dev.signet.csrf;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Forms of the type {@code multipart/form-data} (RFC 7578; RFC 2046, 5.1). */
final class MultipartForm {

  private static final String LINE_END = "\r\n";
  private static final int MAX_BOUNDARY = 70;

  private static final Pattern DISPOSITION =
      Pattern.compile(
          "^content-disposition[ \\t]*:[ \\t]*form-data(?<parameters>.*)$",
          Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

  private static final Pattern PARAMETER =
      Pattern.compile("\\G[ \\t]*;[ \\t]*([\\w*-]+)=(?:\"([^\"]*)\"|([^;\" \\t]*))");

  private MultipartForm() {}

  /**
   * Returns the first value of a field.
   *
   * @param form the form, or a prefix of it, one character per byte
   * @param boundary the parameter of the form's {@code Content-Type}
   * @return the value; null if no part of that name ends within the text
   */
  static @Nullable String find(String form, String boundary, String name) {
    if (boundary.isEmpty() || boundary.length() > MAX_BOUNDARY) {
      return null;
    }
    String delimiter = LINE_END + "--" + boundary;
    int part = form.startsWith(delimiter.substring(2)) ? -2 : form.indexOf(delimiter);
    while (part != -1) {
      int head = part + delimiter.length();
      int content = form.indexOf(LINE_END + LINE_END, head);
      if (form.startsWith("--", head) || content < 0) {
        return null;
      }
      content += 2 * LINE_END.length();
      int next = form.indexOf(delimiter, content);
      if (next >= 0 && name.equals(name(form.substring(head, content)))) {
        return form.substring(content, next);
      }
      part = next;
    }
    return null;
  }

  private static @Nullable String name(String head) {
    Matcher disposition = DISPOSITION.matcher(head);
    if (disposition.find()) {
      Matcher parameter = PARAMETER.matcher(disposition.group("parameters"));
      while (parameter.find()) {
        if (parameter.group(1).equalsIgnoreCase("name")) {
          return parameter.group(2) == null ? parameter.group(3) : parameter.group(2);
        }
      }
    }
    return null;
  }
}
