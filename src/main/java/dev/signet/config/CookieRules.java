package dev.signet.config;

import dev.signet.http.SameSite;
import dev.signet.http.SecurePolicy;
import java.util.Arrays;

/**
 * The rules between the options of the cookie. A browser would not keep a cookie that breaks one.
 */
final class CookieRules {

  private static final String SERVLET_SESSION = "JSESSIONID";

  private CookieRules() {}

  static void check(CookieConfig cookie, ConfigErrors faults) {
    if (cookie.secure() != SecurePolicy.TRUE) {
      checkWithoutSecure(cookie, faults);
    }
    checkName(cookie, faults);
    if (cookie.partitioned() && cookie.sameSite() != SameSite.NONE) {
      faults.add(
          Option.PARTITIONED,
          "is true without SameSite=None; browsers do not send such a cookie from a page of another"
              + " site, and Open Liberty drops the attribute. Set %s=None, or leave it false.",
          Option.SAME_SITE.key());
    }
  }

  private static void checkName(CookieConfig cookie, ConfigErrors faults) {
    String name = cookie.name();
    boolean ofOneHost = cookie.domain() == null && "/".equals(cookie.path());
    if (CookiePrefix.HOST.begins(name) && !ofOneHost) {
      faults.add(
          Option.COOKIE_NAME,
          "begins with __Host-; browsers keep such a cookie only without a domain and with the path"
              + " / (RFC 6265bis, 4.1.3.2). Remove %s and %s, or choose another name.",
          Option.DOMAIN.key(),
          Option.PATH.key());
    }
    if (CookiePrefix.HOST.begins(name) && !cookie.former().isEmpty()) {
      faults.add(
          Option.COOKIE_NAME,
          "begins with __Host-; browsers never had such a cookie with another path or a domain (RFC"
              + " 6265bis, 4.1.3.2). Remove %s and %s.",
          Option.FORMER_PATHS.key(),
          Option.FORMER_DOMAINS.key());
    }
    boolean needsHttpOnly = CookiePrefix.HTTP.begins(name) || CookiePrefix.HOST_HTTP.begins(name);
    if (needsHttpOnly && !cookie.httpOnly()) {
      faults.add(
          Option.COOKIE_NAME,
          "begins with __Http- or __Host-Http-; browsers keep such a cookie only with HttpOnly (RFC"
              + " 6265bis, 4.1.3). Set %s=true, or choose another name.",
          Option.HTTP_ONLY.key());
    }
    if (name.equalsIgnoreCase(SERVLET_SESSION)) {
      faults.add(
          Option.COOKIE_NAME,
          "is %s, the cookie of HttpSession; the server and Signet would overwrite each other's."
              + " Choose another name, such as %s.",
          SERVLET_SESSION,
          Option.COOKIE_NAME.defaultValue());
    }
  }

  private static void checkWithoutSecure(CookieConfig cookie, ConfigErrors faults) {
    String remedy = "Set %s=true".formatted(Option.SECURE.key());
    if (cookie.sameSite() == SameSite.NONE) {
      faults.add(
          Option.SAME_SITE,
          "is None; browsers keep such a cookie only with Secure (RFC 6265bis, 5.7). %s, or use"
              + " Lax.",
          remedy);
    }
    if (cookie.partitioned()) {
      faults.add(
          Option.PARTITIONED,
          "is true; browsers keep such a cookie only with Secure (CHIPS). %s, or leave it false.",
          remedy);
    }
    if (Arrays.stream(CookiePrefix.values()).anyMatch(prefix -> prefix.begins(cookie.name()))) {
      faults.add(
          Option.COOKIE_NAME,
          "begins with __Host- or __Secure-, or with __Http- or __Host-Http-; browsers keep such a"
              + " cookie only with Secure (RFC 6265bis, 4.1.3). %s, or choose another name.",
          remedy);
    }
  }
}
