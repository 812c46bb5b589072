package dev.signet.demo.desk;

import static dev.signet.demo.desk.Html.escaped;

import dev.signet.Logins;
import dev.signet.Logins.ActiveLogin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The devices on which a visitor is logged in. */
@ApplicationScoped
public class Devices {

  /** A browser names several others in its header; the first of these is the right one. */
  private static final List<String> BROWSERS =
      List.of("Edg", "OPR", "Firefox", "Chrome", "Safari", "curl");

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  @Inject Logins logins;

  /** Returns the description of a browser by its {@code User-Agent} header. */
  static String describe(@Nullable String userAgent) {
    String header = userAgent == null ? "" : userAgent;
    return BROWSERS.stream().filter(header::contains).findFirst().orElse("A browser");
  }

  /** Returns the list as HTML, with a button for each other device. */
  String list(String name) {
    return logins.of(name).stream()
        .filter(login -> !login.isCurrent())
        .map(Devices::item)
        .collect(Collectors.joining("\n", "<li>This browser</li>\n", ""));
  }

  private static String item(ActiveLogin login) {
    return """
    <li><span id="device-%3$s">%1$s, since <time datetime="%4$s">%2$s</time></span> \
    <button name="id" value="%3$s" class="plain" aria-describedby="device-%3$s">Log out</button></li>\
    """
        .formatted(
            escaped(login.device().orElse("A browser")),
            TIME.format(login.since()),
            escaped(login.id()),
            login.since().truncatedTo(ChronoUnit.SECONDS));
  }
}
