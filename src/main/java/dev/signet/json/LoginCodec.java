package dev.signet.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Converts a log-in to JSON text and back. Thread-safe. */
public final class LoginCodec {

  private static final int ROOM = 128;

  private final JsonFactory factory;

  /**
   * @param json provides the configured JSON factory
   */
  public LoginCodec(JsonCodec json) {
    this.factory = json.factory();
  }

  /**
   * Returns a log-in as one JSON object.
   *
   * @throws IllegalArgumentException if the name or a role has an unpaired surrogate
   */
  public static RawJson write(Login login) {
    var text = new Utf8Builder(ROOM);
    text.add("{\"id\":").addQuoted(login.id()).add(",\"name\":").addQuoted(login.name());
    text.add(",\"roles\":");
    char separator = '[';
    for (String role : new TreeSet<>(login.roles())) {
      text.add(separator).addQuoted(role);
      separator = ',';
    }
    text.add(separator == '[' ? "[]" : "]").add(",\"at\":").add(login.since());
    text.add(",\"proof\":").add(login.confirmedAt());
    if (login.isRemembered()) {
      text.add(",\"for\":").add(login.remembered());
    }
    return new RawJson(text.add('}').text());
  }

  /** Returns how much longer a token is with the log-in than without, in bytes. */
  public static int length(Login login) {
    return FastClaimsReader.LOGIN.length + write(login).length();
  }

  /** Returns the log-in in a text; null if it is not one, or not JSON. */
  public @Nullable Login read(RawJson text) {
    Login plain = FastLoginReader.read(text);
    return plain == null ? readAny(text) : plain;
  }

  /** Reads a log-in with the parser, in any order and with any white space. */
  @Nullable Login readAny(RawJson text) {
    try (JsonParser parser = factory.createParser(text.source(), text.start(), text.length())) {
      return parser.nextToken() == JsonToken.START_OBJECT ? login(parser) : null;
    } catch (IOException e) {
      return null; // the exception would quote the text
    }
  }

  private static @Nullable Login login(JsonParser parser) throws IOException {
    String id = null;
    String name = null;
    Set<String> roles = null;
    long since = -1;
    long confirmedAt = -1;
    long remembered = 0;
    for (var field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
      parser.nextToken();
      switch (field) {
        case "id" -> id = text(parser);
        case "name" -> name = text(parser);
        case "roles" -> roles = texts(parser);
        case "at" -> since = time(parser);
        case "proof" -> confirmedAt = time(parser);
        case "for" -> remembered = time(parser);
        default -> parser.skipChildren();
      }
    }
    boolean whole = parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
    return whole
            && id != null
            && name != null
            && roles != null
            && since >= 0
            && confirmedAt >= 0
            && remembered >= 0
        ? new Login(id, name, roles, since, confirmedAt, remembered)
        : null;
  }

  private static @Nullable String text(JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      return parser.getText();
    }
    parser.skipChildren();
    return null;
  }

  private static @Nullable Set<String> texts(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      parser.skipChildren();
      return null;
    }
    Set<String> texts = new LinkedHashSet<>();
    while (parser.nextToken() == JsonToken.VALUE_STRING) {
      texts.add(parser.getText());
    }
    return parser.currentToken() == JsonToken.END_ARRAY ? texts : null;
  }

  private static long time(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
      parser.skipChildren();
      return -1;
    }
    long seconds = parser.getLongValue();
    return seconds <= ClaimsCodec.LATEST ? seconds : -1;
  }
}
