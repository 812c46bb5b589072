package dev.signet.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a log-in in the form that {@link LoginCodec} writes. Returns null for any other text, valid
 * or not, which the parser then reads or refuses.
 */
final class FastLoginReader extends FastReader {

  private static final byte[] ID = ascii("{\"id\":");
  private static final byte[] NAME = ascii(",\"name\":");
  private static final byte[] ROLES = ascii(",\"roles\":[");
  private static final byte[] SINCE = ascii(",\"at\":");
  private static final byte[] CONFIRMED_AT = ascii(",\"proof\":");
  private static final byte[] REMEMBERED = ascii(",\"for\":");

  private FastLoginReader(byte[] payload, int position) {
    super(payload, position);
  }

  /** Returns the log-in, or null if the parser has to read it; the text is valid UTF-8. */
  static @Nullable Login read(RawJson text) {
    var reader = new FastLoginReader(text.source(), text.start());
    Login login = reader.login();
    return reader.position == text.start() + text.length() ? login : null;
  }

  private @Nullable Login login() {
    String id = skip(ID) ? string() : null;
    String name = id != null && skip(NAME) ? string() : null;
    Set<String> roles = name != null && skip(ROLES) ? roles() : null;
    long since = roles != null && skip(SINCE) ? time() : FAILED;
    long confirmedAt = since >= 0 && skip(CONFIRMED_AT) ? time() : FAILED;
    long remembered = confirmedAt >= 0 && skip(REMEMBERED) ? time() : 0;
    return id != null
            && name != null
            && roles != null
            && confirmedAt >= 0
            && remembered >= 0
            && skip('}')
        ? new Login(id, name, roles, since, confirmedAt, remembered)
        : null;
  }

  private @Nullable Set<String> roles() {
    if (skip(']')) {
      return Set.of();
    }
    String first = string();
    if (first == null || skip(']')) {
      return first == null ? null : Set.of(first);
    }
    List<String> roles = new ArrayList<>();
    for (String role = first; role != null; role = string()) {
      roles.add(role);
      if (skip(']')) {
        return Set.copyOf(roles);
      }
      if (!skip(',')) {
        return null;
      }
    }
    return null;
  }
}
