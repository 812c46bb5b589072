package dev.signet.core;

import dev.signet.json.Claims;
import dev.signet.json.JsonCodec;
import dev.signet.json.Login;
import dev.signet.json.LoginCodec;
import dev.signet.json.RawJson;
import dev.signet.spi.SessionRecord;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The content of a session in a store: its attributes, and the log-in under names that no attribute
 * has. Thread-safe.
 */
final class RecordFormat {

  private static final String LOGIN = ReservedNames.PREFIX + "login";
  private static final String PAGE = ReservedNames.PREFIX + "page";

  private final LoginCodec logins = new LoginCodec(new JsonCodec());

  /**
   * Returns the claims of a token with the content of its record; null if the log-in cannot be
   * understood, because that counts neither as a log-in nor as none.
   */
  @Nullable Claims read(Claims token, SessionRecord record) {
    Map<String, RawJson> texts = new LinkedHashMap<>();
    record
        .attributes()
        .forEach(
            (name, content) -> {
              RawJson text = RawJson.of(content);
              if (!JsonCodec.isNull(text)) {
                texts.put(name, text);
              }
            });
    RawJson loginText = texts.remove(LOGIN);
    Login login = loginText == null ? null : logins.read(loginText);
    String page = page(texts.remove(PAGE));
    return loginText != null && login == null
        ? null
        : token.with(texts, login, page, record.expiresAt().getEpochSecond());
  }

  private static @Nullable String page(@Nullable RawJson text) {
    if (text == null || text.length() < 2) {
      return null;
    }
    String content = text.content();
    String page = content.substring(1, content.length() - 1);
    return LoginChanges.isValidPage(page) ? page : null;
  }

  /** Returns the whole content, for a new record. */
  static Map<String, String> contents(Claims claims) {
    Map<String, String> contents = new HashMap<>();
    claims.attributes().forEach((name, text) -> contents.put(name, text.content()));
    if (claims.login() != null) {
      contents.put(LOGIN, LoginCodec.write(claims.login()).content());
    }
    if (claims.requestedPage() != null) {
      contents.put(PAGE, pageText(claims.requestedPage()).content());
    }
    return contents;
  }

  /** A valid page has neither quotation marks nor backslashes. */
  private static RawJson pageText(String page) {
    return RawJson.of('"' + page + '"');
  }

  /**
   * Returns the changes of attributes with those of the log-in.
   *
   * @param attributes the changed attributes; null for each that was removed
   */
  static Map<String, @Nullable RawJson> changes(
      Map<String, @Nullable RawJson> attributes, Claims before, Claims after) {
    boolean sameLogin = Objects.equals(before.login(), after.login());
    boolean samePage = Objects.equals(before.requestedPage(), after.requestedPage());
    if (sameLogin && samePage) {
      return attributes;
    }
    Map<String, @Nullable RawJson> all = new HashMap<>(attributes);
    if (!sameLogin) {
      all.put(LOGIN, after.login() == null ? null : LoginCodec.write(after.login()));
    }
    if (!samePage) {
      String page = after.requestedPage();
      all.put(PAGE, page == null ? null : pageText(page));
    }
    return all;
  }
}
