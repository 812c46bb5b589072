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

  private String glass() {
    return String.valueOf(browser.element("glass").getAttribute("data-state"));
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
    assertThat(browser.text("verdict")).contains("sealed the session anew", "visit was counted");
    browser.click("case-COPY");
    browser.click("case-SEAL");
    browser.click("add-sealing-wax");
    assertThat(browser.text("letter")).contains("The Broken Seal");
    logIn("Ada");
    assertThat(browser.text("name")).isEqualTo("Ada");
    assertThat(browser.text("verdict")).contains("logIn() made a new token");
    assertThat(browser.text("claims")).contains("jti", "\"Ada\"", "[\"SEAL\",\"COPY\"]");
    assertThat(glass()).isEqualTo("sealed");
    browser.run("scrollTo(0, 0)");
    browser.picture("desk");
    browser.smallPicture("desk-light", 1200, 800);

    openDesk();
    assertThat(browser.text("came")).isEqualTo("2nd");
    assertThat(browser.text("name")).isEqualTo("Ada");
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
    assertThat(browser.text("verdict")).contains("let the cookie expire");
    assertThat(browser.text("greeting")).isEqualTo("Good day, stranger");
    assertThat(glass()).isEqualTo("none");
    assertThat(browser.focused()).as("not lost").isEqualTo("greeting");
  }

  @Test
  @DisplayName(
      "R1 R8 a cookie with one altered letter is refused, and the inspector shows the reason")
  void tampering() {
    openDesk();
    logIn("Ada");
    browser.click("tamper-1");
    assertThat(browser.text("verdict"))
        .contains("refused the cookie", "changed after it was sealed");
    assertThat(browser.text("greeting")).isEqualTo("Good day, stranger");
    assertThat(browser.all("#token mark")).as("the letter").hasSize(1);
    assertThat(glass()).isEqualTo("broken");
    browser.run("scrollTo(0, 0)");
    browser.picture("broken");
    browser.look(1200, 800, "dark");
    browser.smallPicture("desk-dark", 1200, 800);
    browser.click("case-SEAL");
    assertThat(glass()).as("a fresh session takes its place").isEqualTo("sealed");
    browser.click("tamper-0");
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
    browser.click("case-SEAL");
    browser.click("replay");
    assertThat(browser.text("name")).isEqualTo("Ada");
    assertThat(browser.text("status")).contains("as long as its log-in holds");
    assertThat(glass()).isEqualTo("copied");
    browser.click("logout");
    browser.click("replay");
    assertThat(browser.text("greeting")).isEqualTo("Good day, stranger");
    assertThat(browser.text("verdict")).contains("refused the cookie", "its log-in has ended");
    assertThat(glass()).isEqualTo("broken");
  }

  @Test
  @DisplayName("W2 W11 a change in place is saved, and a session that is too large is not sent")
  void elementInPlaceAndOverfill() {
    openDesk();
    browser.click("slip");
    browser.click("slip");
    assertThat(browser.text("cart")).contains("a loose stamp", "2");
    assertThat(browser.text("verdict")).contains("sealed the session anew", "without put");
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
        browser.click("case-GLASS");
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

  @Test
  @DisplayName("on a phone nothing is wider than the screen or too small to tap")
  void phone() {
    browser.look(360, 740, "dark");
    browser.open(at("localhost", "desk/"));
    browser.click("add-laid-paper");
    browser.click("keep");
    browser.picture("phone");
    assertThat(browser.run("return document.documentElement.scrollWidth")).isEqualTo(360L);
    for (var button : browser.all("button, input")) {
      assertThat(button.getSize().getHeight()).as(button.getText()).isGreaterThanOrEqualTo(44);
    }
  }

  @Test
  @DisplayName("by keyboard the first link leads to the inspector, and the focus is kept")
  void keyboard() {
    openDesk();
    browser.press(Keys.TAB);
    assertThat(browser.run("return document.activeElement.className")).isEqualTo("skip");
    browser.press(Keys.ENTER);
    assertThat(browser.run("return location.hash")).isEqualTo("#glass");
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
    browser.element("tamper-2").click();
    browser.arrive("*[@id='greeting']", "Good day, stranger");
  }

  @Test
  @DisplayName("a second browser has a session of its own")
  void secondBrowser() {
    openDesk();
    logIn("Ada");
    String other = String.valueOf(browser.element("other").getAttribute("href"));
    assertThat(other).isEqualTo(at("127.0.0.1", "desk/"));
    browser.open(other);
    assertThat(browser.text("greeting")).isEqualTo("Good day, stranger");
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
    browser.click("slip");
    assertThat(browser.text("cart")).as("by a form older than the log-in").contains("stamp");
    browser.click("tamper-1");
    assertThat(glass()).isEqualTo("broken");
    assertThat(browser.text("verdict")).as("no session begins for a token").contains("fresh");
    browser.click("case-SEAL");
    browser.click("theme-dark");
    assertThat(browser.text("letter")).contains("The Broken Seal");
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
    browser.arrive("p[@id='status']", "has been lit");
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
