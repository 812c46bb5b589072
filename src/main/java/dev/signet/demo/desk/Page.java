package dev.signet.demo.desk;

import static dev.signet.demo.desk.Html.escaped;

import dev.signet.CsrfToken;
import dev.signet.Session;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Renders the page, or only the desk for the script. */
@ApplicationScoped
public class Page {

  private static final String EMPTY =
      """
      <form method="post" action="desk/cart/empty">{{csrf}}
        <button id="empty" class="plain">Empty the cart</button>
      </form>\
      """;

  private final String page = Html.template("page.html");
  private final String desk = Html.template("desk.html");
  private final String stranger = Html.template("stranger.html");
  private final String known = Html.template("known.html");

  @Inject Session session;
  @Inject CsrfToken token;
  @Inject Devices devices;

  /** Returns the whole page. */
  String page(Visitor visitor, String said, URI base) {
    return Html.fill(
        page,
        Map.of(
            "csrf", csrf(),
            "theme", escaped(visitor.theme()),
            "said", escaped(said),
            "desk", desk(visitor),
            "seal", Html.template("seal.svg"),
            "other", other(base)));
  }

  /** Returns the desk. */
  String desk(Visitor visitor) {
    String csrf = csrf();
    return Html.fill(
        desk,
        Map.of(
            "csrf", csrf,
            "theme", escaped(visitor.theme()),
            "greeting", greeting(visitor),
            "came", came(visitor.came()),
            "door", door(visitor, csrf),
            "letter", letter(visitor.cases()),
            "cases", cases(visitor.cases()),
            "cart", Html.fill(cart(visitor.cart()), Map.of("csrf", csrf)),
            "goods", each(Catalog.THINGS, Page::thing),
            "themes", each(List.of("auto", "light", "dark"), name -> theme(name, visitor))));
  }

  private String door(Visitor visitor, String csrf) {
    return visitor.name().isEmpty()
        ? Html.fill(stranger, Map.of("csrf", csrf))
        : Html.fill(known, Map.of("csrf", csrf, "devices", devices.list(visitor.name())));
  }

  /**
   * Returns the form field with the CSRF token. If the session is empty, there is nothing to
   * protect, and the token should not begin a session.
   */
  private String csrf() {
    String value = session.isEmpty() ? "" : token.value();
    return value.isEmpty()
        ? ""
        : "<input type=\"hidden\" name=\"%s\" value=\"%s\">".formatted(CsrfToken.FIELD, value);
  }

  private static String greeting(Visitor visitor) {
    return visitor.name().isEmpty()
        ? "You are not logged in"
        : "Logged in as <span id=\"name\">%s</span>".formatted(escaped(visitor.name()));
  }

  private static String came(int times) {
    return switch (times) {
      case 0 -> "This session has no visits yet.";
      case 1 -> "This is your <b id=\"came\">1st</b> visit.";
      case 2 -> "This is your <b id=\"came\">2nd</b> visit.";
      case 3 -> "This is your <b id=\"came\">3rd</b> visit.";
      default -> "This is visit number <b id=\"came\">%d</b>.".formatted(times);
    };
  }

  private static String letter(List<String> opened) {
    return opened.stream()
        .findFirst()
        .flatMap(Case::named)
        .map(
            found ->
                "<article class=\"letter\" id=\"letter\"><h3>%s</h3><p>%s</p></article>"
                    .formatted(escaped(found.title()), escaped(found.text())))
        .orElse("<p class=\"quiet\">Open a text; the last three are kept in the session.</p>");
  }

  private static String cases(List<String> opened) {
    return each(
        Arrays.asList(Case.values()),
        known ->
            """
            <li><button id="case-%1$s" name="case" value="%1$s"%2$s>%3$s</button></li>\
            """
                .formatted(
                    known.name(), mark(opened.indexOf(known.name())), escaped(known.title())));
  }

  private static String mark(int place) {
    return switch (place) {
      case -1 -> "";
      case 0 -> " class=\"open\" aria-current=\"true\"";
      default -> " class=\"seen\" data-place=\"%d\"".formatted(place + 1);
    };
  }

  private static String cart(List<String> cart) {
    if (cart.isEmpty()) {
      return "<p class=\"quiet\" id=\"cart\">The cart is empty.</p>";
    }
    Map<String, Long> counts =
        cart.stream()
            .collect(
                Collectors.groupingBy(
                    Function.identity(), LinkedHashMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .map(
            thing ->
                "<li>%s <b>&times; %d</b></li>"
                    .formatted(escaped(thing.getKey()), thing.getValue()))
        .collect(Collectors.joining("\n", "<ul class=\"cart\" id=\"cart\">\n", "\n</ul>" + EMPTY));
  }

  private static String thing(String name) {
    return """
    <button id="add-%s" name="thing" value="%s">Add %s</button>\
    """
        .formatted(name.replace(' ', '-'), name, name);
  }

  private static String theme(String name, Visitor visitor) {
    return """
    <button id="theme-%1$s" name="theme" value="%1$s" aria-pressed="%2$s">%3$s</button>\
    """
        .formatted(
            name,
            name.equals(visitor.theme()),
            name.equals("auto") ? "System" : name.equals("light") ? "Light" : "Dark");
  }

  /** Returns a link to the page under another host name, where a browser has other cookies. */
  private static String other(URI base) {
    String host = base.getHost();
    if (host.equals("localhost") || host.equals("127.0.0.1")) {
      String second = host.equals("localhost") ? "127.0.0.1" : "localhost";
      return """
      <a id="other" target="_blank" rel="noopener" href="%s">Open this page as a second browser</a>, at %s: browsers keep the cookies of each host apart.\
      """
          .formatted(escaped(base.toString().replaceFirst("//" + host, "//" + second)), second);
    }
    return "Open this page in a private window for a second browser.";
  }

  private static <T> String each(List<T> all, Function<T, String> html) {
    return all.stream().map(html).collect(Collectors.joining("\n"));
  }
}
