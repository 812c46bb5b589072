package dev.signet.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Keys;

/** The demo's page as a visitor has it, and what only a browser can show of a cookie. */
@ArquillianTest
@RunAsClient
class BrowserIT {

  private final Chromium browser = Chromium.start();

  @Deployment(name = "desk", testable = false)
  static WebArchive desk() {
    return TestArchives.demo("desk");
  }

  @Deployment(name = "unguarded", testable = false)
  static WebArchive unguarded() {
    return TestArchives.demo("unguarded", "session.csrf=off");
  }

  @Deployment(name = "guarded", testable = false)
  static WebArchive guarded() {
    return TestArchives.demo("guarded", "session.csrf=token");
  }

  @Deployment(name = "framed", testable = false)
  static WebArchive framed() {
    return TestArchives.demo(
        "framed",
        "session.secure=true",
        "session.same-site=None",
        "session.partitioned=true",
        "session.max-age=none");
  }

  @AfterEach
  void close() {
    browser.close();
  }

  private static String at(String host, String path) {
    return "http://%s:%s/%s".formatted(host, System.getProperty("test.http.port"), path);
  }

  private void openDesk() {
    browser.look(1200, 800, "light");
    browser.open(at("localhost", "desk/"));
  }

  private Cookie session() {
    return Objects.requireNonNull(browser.cookie("session"), "the browser has no session cookie");
  }

  private String inspector() {
    return String.valueOf(browser.element("inspector").getAttribute("data-state"));
  }

  private void logIn(String name) {
    browser.type("who", name);
    browser.click("login");
  }

  @Test
  @DisplayName(
      "the desk remembers visits, cases, cart and name, and the inspector shows the changes")
  void remembers() {
    openDesk();
    assertThat(browser.text("verdict")).contains("wrote the cookie", "visit was counted");
    browser.click("case-COPIED");
    browser.click("case-CHANGED");
    browser.click("add-sealing-wax");
    assertThat(browser.text("letter")).contains("It is changed");
    logIn("Grace");
    assertThat(browser.text("name")).isEqualTo("Grace");
    assertThat(browser.text("verdict")).contains("logIn() made a new token");
    assertThat(browser.text("claims")).contains("jti", "\"Grace\"", "[\"CHANGED\",\"COPIED\"]");
    assertThat(inspector()).isEqualTo("sealed");
    browser.run("scrollTo(0, 0)");
    browser.picture("desk");
    browser.smallPicture("desk-light", 1200, 800);

    openDesk();
    assertThat(browser.text("came")).isEqualTo("2nd");
    assertThat(browser.text("name")).isEqualTo("Grace");
    assertThat(browser.text("cart")).contains("sealing wax");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  @DisplayName("C4 C7 C8 the cookie is HttpOnly and SameSite=Lax, and expires on time")
  void cookie() {
    openDesk();
    assertThat(session().isHttpOnly()).isTrue();
    assertThat(session().getSameSite()).isEqualTo("Lax");
    assertThat(session().isSecure()).isFalse();
    assertThat(Objects.requireNonNull(session().getExpiry()).toInstant())
        .isBetween(
            Instant.now().plus(Duration.ofDays(14)).minusSeconds(60),
            Instant.now().plus(Duration.ofDays(14)));
    assertThat(browser.run("return document.cookie")).as("what a script sees").isEqualTo("");
  }

  @Test
  @DisplayName("W4 the browser removes the cookie on log-out")
  void logout() {
    openDesk();
    logIn("Ada");
    browser.click("logout");
    assertThat(browser.cookie("session")).isNull();
    assertThat(browser.text("verdict")).contains("deleted the cookie");
    assertThat(browser.text("greeting")).isEqualTo("You are not logged in");
    assertThat(inspector()).isEqualTo("none");
    assertThat(browser.focused()).as("not lost").isEqualTo("greeting");
  }

  @Test
  @DisplayName(
      "R1 R8 a cookie with one altered letter is refused, and the inspector shows the reason")
  void tampering() {
    openDesk();
    logIn("Ada");
    browser.click("alter-1");
    assertThat(browser.text("verdict")).contains("refused the cookie", "signature does not match");
    assertThat(browser.text("greeting")).isEqualTo("You are not logged in");
    assertThat(browser.all("#token mark")).as("the letter").hasSize(1);
    assertThat(inspector()).isEqualTo("broken");
    browser.run("scrollTo(0, 0)");
    browser.picture("broken");
    browser.look(1200, 800, "dark");
    browser.smallPicture("desk-dark", 1200, 800);
    browser.click("case-CHANGED");
    assertThat(inspector()).as("another session takes its place").isEqualTo("sealed");
    browser.click("alter-0");
    assertThat(browser.text("verdict")).contains("refused the cookie");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  @DisplayName("K3 L3 a copy of a signed cookie is valid until the log-out")
  void replay() {
    openDesk();
    browser.click("replay");
    assertThat(browser.text("status")).contains("no copy yet");
    logIn("Ada");
    browser.click("keep");
    browser.click("case-CHANGED");
    browser.click("replay");
    assertThat(browser.text("name")).isEqualTo("Ada");
    assertThat(browser.text("status")).contains("sends the copy again");
    assertThat(inspector()).isEqualTo("copied");
    browser.click("logout");
    browser.click("replay");
    assertThat(browser.text("greeting")).isEqualTo("You are not logged in");
    assertThat(browser.text("verdict")).contains("refused the cookie", "its log-in has ended");
    assertThat(inspector()).isEqualTo("broken");
  }

  @Test
  @DisplayName("W2 W11 a change in place is saved, and a session that is too large is not sent")
  void elementInPlaceAndOverfill() {
    openDesk();
    browser.click("in-place");
    browser.click("in-place");
    assertThat(browser.text("cart")).contains("a stamp", "2");
    assertThat(browser.text("verdict")).contains("wrote the cookie", "another element");
    String before = session().getValue();
    browser.click("overfill");
    assertThat(browser.text("status")).contains("4096", "'essay'");
    assertThat(browser.text("verdict")).contains("wrote nothing");
    assertThat(session().getValue()).isEqualTo(before);
    browser.picture("overfilled");
  }

  @Test
  @DisplayName("the theme is the visitor's or the system's, and all text is readable in both")
  void themes() throws IOException {
    String contrast = Files.readString(Path.of("src/test/resources/contrast.js"));
    for (String system : List.of("light", "dark")) {
      for (String theme : List.of("auto", "light", "dark")) {
        openDesk();
        browser.look(1200, 800, system);
        browser.click("case-READ");
        browser.click("theme-" + theme);
        String scheme =
            String.valueOf(
                browser.run("return getComputedStyle(document.documentElement).colorScheme"));
        assertThat(scheme).isEqualTo(theme.equals("auto") ? system : theme);
        assertThat(browser.run(contrast)).as(system + theme).isEqualTo(List.of());
      }
    }
    browser.picture("dark");
    browser.open(at("localhost", "desk/"));
    assertThat(browser.element("theme-dark").getAttribute("aria-pressed")).isEqualTo("true");
  }

  @ParameterizedTest
  @CsvSource({"360,light", "360,dark", "768,light", "768,dark", "1280,light", "1280,dark"})
  @DisplayName(
      "on a phone, a tablet and a desk nothing is wider than the screen or too small to tap")
  void widths(int width, String scheme) {
    browser.look(width, 740, scheme);
    browser.open(at("localhost", "desk/"));
    browser.click("case-COPIED");
    logIn("Ada");
    browser.click("add-laid-paper");
    browser.click("keep");
    browser.picture("width-" + width + "-" + scheme);
    assertThat(browser.run("return document.documentElement.scrollWidth")).isEqualTo((long) width);
    for (var button : browser.all("button, input")) {
      assertThat(button.getSize().getHeight()).as(button.getText()).isGreaterThanOrEqualTo(44);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"case-COPIED", "add-laid-paper", "theme-dark", "alter-1", "keep", "in-place"})
  @DisplayName("on a phone the result is visible where the button was tapped")
  void resultWhereItWasTapped(String button) {
    browser.look(360, 740, "light");
    browser.open(at("localhost", "desk/"));
    browser.click(button);
    assertThat(browser.all(".result"))
        .singleElement()
        .satisfies(result -> assertThat(result.getText()).contains("Signet "));
    String inSight =
        """
        const result = document.querySelector('.result').getBoundingClientRect();
        const tapped = document.getElementById('%s').getBoundingClientRect();
        return result.top >= 0 && result.bottom <= innerHeight && Math.abs(result.top - tapped.top) < 740;
        """;
    assertThat(browser.run(inSight.formatted(button))).isEqualTo(true);
  }

  @Test
  @DisplayName("a valid signature is not in the colour of errors")
  void colours() {
    openDesk();
    String colour = "return getComputedStyle(document.getElementById('signature')).color";
    assertThat(browser.text("signature")).startsWith("valid");
    Object valid = browser.run(colour);
    browser.click("alter-2");
    assertThat(browser.text("signature")).isEqualTo("not accepted");
    assertThat(browser.run(colour)).isNotEqualTo(valid);
  }

  @Test
  @DisplayName("by keyboard the first link leads to the inspector, and the focus is kept")
  void keyboard() {
    openDesk();
    browser.press(Keys.TAB);
    assertThat(browser.run("return document.activeElement.className")).isEqualTo("skip");
    browser.press(Keys.ENTER);
    assertThat(browser.run("return location.hash")).isEqualTo("#inspector");
    browser.run("document.getElementById('add-laid-paper').focus()");
    browser.press(Keys.ENTER);
    assertThat(browser.text("cart")).contains("laid paper");
    assertThat(browser.focused()).isEqualTo("add-laid-paper");
  }

  @Test
  @DisplayName("for a screen reader every control has a name, and results are announced")
  void names() {
    openDesk();
    for (var element : browser.all("button, input, meter, section, form[aria-labelledby]")) {
      assertThat(element.getAccessibleName()).as(element.getTagName()).isNotBlank();
    }
    assertThat(browser.element("status").getAriaRole()).isEqualTo("status");
    assertThat(browser.all("h1")).hasSize(1);
    assertThat(browser.all("h1 + p").get(0).getText())
        .startsWith("Signet is a session layer for Jakarta REST.");
  }

  @Test
  @DisplayName("the forms work without scripts")
  void withoutScripts() {
    browser.devTools("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    browser.look(1200, 800, "light");
    browser.openPlain(at("localhost", "desk/"));
    browser.type("who", "Ada");
    browser.element("login").click();
    browser.arrive("p[@id='status']", "under a new token");
    assertThat(browser.text("name")).isEqualTo("Ada");
    browser.element("add-laid-paper").click();
    browser.arrive("*[@id='cart']", "laid paper");
    browser.element("alter-2").click();
    browser.arrive("*[@id='greeting']", "You are not logged in");
  }

  @Test
  @DisplayName("a second browser has a session of its own")
  void secondBrowser() {
    openDesk();
    logIn("Ada");
    String other = String.valueOf(browser.element("other").getAttribute("href"));
    assertThat(other).isEqualTo(at("127.0.0.1", "desk/"));
    browser.open(other);
    assertThat(browser.text("greeting")).isEqualTo("You are not logged in");
    assertThat(browser.text("came")).isEqualTo("1st");
    openDesk();
    assertThat(browser.text("name")).isEqualTo("Ada");
  }

  @Test
  @DisplayName(
      "C8 with SameSite=Lax a form of another site cannot log out, and a link arrives logged in")
  void sameSite() {
    browser.openPlain(at("localhost", "unguarded/robyn/visits"));
    String page =
        "<form method=post action=%s><button id=go>x</button></form><a id=link href=%s>x</a>"
            .formatted(
                at("localhost", "unguarded/robyn/logout"),
                at("localhost", "unguarded/robyn/visits"));
    String elsewhere =
        "data:text/html," + URLEncoder.encode(page, StandardCharsets.UTF_8).replace("+", "%20");
    browser.openPlain(elsewhere);
    browser.element("go").click();
    browser.arrive("body", "logged out");
    assertThat(browser.cookie("session")).as("still there").isNotNull();
    browser.openPlain(elsewhere);
    browser.element("link").click();
    browser.arrive("body", "You have visited 2 times");
  }

  @Test
  @DisplayName("N2 the desk works with tokens, through a log-in and a log-out")
  void tokens() {
    browser.look(1200, 800, "light");
    browser.open(at("localhost", "guarded/"));
    logIn("Ada");
    assertThat(browser.text("name")).isEqualTo("Ada");
    browser.click("in-place");
    assertThat(browser.text("cart")).as("by a form older than the log-in").contains("stamp");
    browser.click("alter-1");
    assertThat(inspector()).isEqualTo("broken");
    assertThat(browser.text("verdict"))
        .as("no session begins for a token")
        .contains("empty session");
    browser.click("case-CHANGED");
    browser.click("theme-dark");
    assertThat(browser.text("letter")).contains("It is changed");
    logIn("Eve");
    browser.click("logout");
    assertThat(browser.cookie("session")).isNull();
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  @DisplayName("N2 forms with tokens work without scripts")
  void tokensWithoutScripts() {
    browser.devTools("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    browser.openPlain(at("localhost", "guarded/microdot/"));
    browser.all("[name=username]").get(0).sendKeys("Ada");
    browser.all("button").get(0).click();
    browser.arrive("h1", "Logged in as Ada");
    browser.all("button").get(0).click();
    browser.arrive("h1", "Not logged in");
    browser.openPlain(at("localhost", "guarded/"));
    browser.element("theme-dark").click();
    browser.arrive("p[@id='status']", "theme is saved");
    browser.element("add-laid-paper").click();
    browser.arrive("*[@id='cart']", "laid paper");
  }

  @Test
  @DisplayName("N1 N2 S5 a to-do that is added in one window appears in another")
  void liveTodos() {
    browser.openPlain(at("localhost", "guarded/bocadillo/"));
    browser.arrive("ul", "Melt the wax");
    browser.element("seen").click();
    browser.arrive("ul[not(li)]", "");
    browser.openPlain(at("localhost", "guarded/bocadillo/"));
    browser.arrive("p[@id='status']", "Live");
    browser.element("content").sendKeys("Post it");
    browser.element("add-it").click();
    browser.arrive("ul", "Post it");
    assertThat(browser.text("todos")).doesNotContain("Melt the wax");
  }

  @Test
  @DisplayName(
      "C4 C6 C8 C9 Secure and Partitioned cookies are kept on localhost, and max-age none ends with the browser")
  void secureAndPartitioned() {
    browser.look(1200, 800, "light");
    browser.open(at("localhost", "framed/"));
    assertThat(session().isSecure()).isTrue();
    assertThat(session().getSameSite()).isEqualTo("None");
    assertThat(session().getExpiry()).as("ends with the browser").isNull();
    assertThat(browser.devTools("Network.getCookies", Map.of()).toString())
        .contains("partitionKey", "topLevelSite=http://localhost");
    browser.open(at("localhost", "framed/"));
    assertThat(browser.text("came")).isEqualTo("2nd");
    logIn("Ada");
    browser.click("logout");
    assertThat(browser.cookie("session")).as("deleted in its partition").isNull();
  }
}
