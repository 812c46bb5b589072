package dev.signet.config;

import dev.signet.http.CookieIdentity;
import dev.signet.http.SetCookie;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The paths and domains that the cookie had before. Immutable.
 *
 * @param paths the paths
 * @param domains the domains; an empty text for the host only
 */
record FormerCookies(List<String> paths, List<String> domains) {

  /** Each response that sets the cookie has one header for each of them. */
  private static final int MOST = 8;

  private static final String HOST_ONLY = "host-only";

  static FormerCookies read(OptionReader values, ConfigErrors faults) {
    List<String> paths =
        matching(Option.FORMER_PATHS, CookieConfig.PATH, CookieConfig.PATH_RULE, values, faults);
    List<String> domains =
        matching(
            Option.FORMER_DOMAINS,
            CookieConfig.DOMAIN,
            CookieConfig.DOMAIN_RULE + ", or " + HOST_ONLY,
            values,
            faults);
    int count = (paths.size() + 1) * (domains.size() + 1) - 1;
    if (count > MOST) {
      faults.add(
          paths.isEmpty() ? Option.FORMER_DOMAINS : Option.FORMER_PATHS,
          "makes %d former cookies, one for each path and domain; at most %d are deleted with each"
              + " response that sets the cookie. Remove those that browsers no longer have.",
          count,
          MOST);
    }
    return new FormerCookies(
        paths, domains.stream().map(e -> e.equalsIgnoreCase(HOST_ONLY) ? "" : e).toList());
  }

  private static List<String> matching(
      Option option, Pattern pattern, String rule, OptionReader values, ConfigErrors faults) {
    List<String> kept = new ArrayList<>();
    for (String text : values.list(option)) {
      if (pattern.matcher(text).matches() && text.length() <= SetCookie.MAX_ATTRIBUTE_LENGTH) {
        kept.add(text);
      } else {
        faults.add(
            option,
            "has %s; each element must be %s. Change it, or remove it.",
            ConfigErrors.shown(text),
            rule);
      }
    }
    return List.copyOf(kept);
  }

  boolean isEmpty() {
    return paths.isEmpty() && domains.isEmpty();
  }

  /**
   * Returns the cookies with these paths and domains, or with one of them and the current other.
   */
  Stream<CookieIdentity> otherThan(String path, @Nullable String domain) {
    var current = new CookieIdentity("", domain, path);
    Set<CookieIdentity> found = new LinkedHashSet<>();
    for (String otherPath : with(path, paths)) {
      for (String otherDomain : with(domain == null ? "" : domain, domains)) {
        found.add(new CookieIdentity("", otherDomain, otherPath));
      }
    }
    found.remove(current);
    return found.stream();
  }

  private static Set<String> with(String current, List<String> former) {
    Set<String> all = new LinkedHashSet<>();
    all.add(current);
    all.addAll(former);
    return all;
  }
}
