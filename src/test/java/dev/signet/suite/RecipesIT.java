package dev.signet.suite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.documentation.Passwords;
import dev.signet.documentation.recipes.MobileClient;
import dev.signet.documentation.recipes.RecipesApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The recipes of the documentation, with the settings of the page, on Open Liberty. */
@ArquillianTest
@RunAsClient
class RecipesIT {

  private static final String OLD = Tokens.SECRET;
  private static final String NEW = "recipes-nExT4Wk7Rd2Yp9Tb5Xs8Fj3Hq6Cz1GmA0";
  private static final String ADA = "name=ada&password=secret+of+ada";

  @Deployment(name = "recipes", testable = false)
  static WebArchive recipes() {
    return war("recipes", settings("Log out everywhere").replace("redis", "memory"), OLD);
  }

  @Deployment(name = "remembering", testable = false)
  static WebArchive remembering() {
    return war("remembering", settings("Remember me"), OLD);
  }

  @Deployment(name = "checked", testable = false)
  static WebArchive checked() {
    return war("checked", settings("An upload form"), OLD);
  }

  @Deployment(name = "proxied", testable = false)
  static WebArchive proxied() {
    return war("proxied", settings("Behind a proxy"), OLD);
  }

  @Deployment(name = "step-1", testable = false)
  static WebArchive bothAccepted() {
    return version("step-1", "before", OLD, OLD + "," + NEW);
  }

  @Deployment(name = "step-2", testable = false)
  static WebArchive newSigns() {
    return version("step-2", "after", NEW, OLD + "," + NEW);
  }

  @Deployment(name = "step-3", testable = false)
  static WebArchive oldIsGone() {
    return version("step-3", "after", NEW, "none");
  }

  private static WebArchive war(String name, String settings, String key) {
    return TestArchives.library(name, settings, "session.secret-key=" + key)
        .addPackage(RecipesApplication.class.getPackage())
        .addClass(Passwords.class)
        .addAsWebResource("recipes/settings.jsp", "settings.jsp")
        .addAsWebResource("recipes/theme.xhtml", "theme.xhtml")
        .addAsWebResource("recipes/shop.html", "shop.html")
        .addAsWebResource("recipes/shop.js", "shop.js")
        .addAsWebInfResource(new StringAsset(CommitContract.WEB_XML), "web.xml");
  }

  private static WebArchive version(String name, String version, String key, String previous) {
    return TestArchives.library(
            name, "session.secret-key=" + key, "session.previous-secret-keys=" + previous)
        .addClass(RecipesApplication.class)
        .addPackage(RecipesApplication.class.getPackageName() + "." + version);
  }

  /** Returns the settings of a recipe of the page. */
  private static String settings(String recipe) {
    try {
      String page = Files.readString(Path.of("src/docs/recipes.md"));
      var block =
          Pattern.compile("(?s)## " + recipe + "\n(?:(?!\n## ).)*?```properties\n(.*?)```")
              .matcher(page);
      assertThat(block.find()).as("settings of %s", recipe).isTrue();
      return block.group(1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static URI at(String application) {
    String port = System.getProperty("test.http.port");
    return URI.create("http://localhost:%s/%s/".formatted(port, application));
  }

  private static BrowserClient browser(String application) {
    return new BrowserClient(at(application));
  }

  @Test
  @DisplayName("L8 a notice is shown once after a redirect")
  void noticeAfterARedirect() {
    BrowserClient browser = browser("recipes");
    var saved = browser.form("app/notes", "text=milk");
    assertThat(saved.status()).isEqualTo(303);
    assertThat(saved.header("Location")).endsWith("/recipes/app/notes");
    assertThat(browser.get("app/notes").body()).contains("The note was saved.", "<form");
    assertThat(browser.get("app/notes").body()).doesNotContain("saved").contains("<form");
  }

  @Test
  @DisplayName("L9 L1 a cart is filled, and survives a log-in")
  void cartSurvivesALogin() {
    BrowserClient browser = browser("recipes");
    browser.form("app/cart", "product=tea&quantity=2");
    browser.form("app/login", ADA);
    assertThat(browser.form("app/cart", "product=tea").body()).isEqualTo("1 products");
    assertThat(browser.form("app/cart", "product=milk").body()).isEqualTo("2 products");
    browser.form("app/password/end-everywhere", "");
    assertThat(browser.form("app/cart", "product=tea").body()).isEqualTo("1 products");
  }

  @Test
  @DisplayName("L5 C4 a log-in lasts as long as the browser, or 30 days if it is remembered")
  void rememberedLogin() {
    BrowserClient browser = browser("remembering");
    assertThat(browser.form("app/login", "name=ada&password=guess").status()).isEqualTo(401);
    assertThat(browser.form("app/login", ADA).sessionCookie()).doesNotContain("Max-Age");
    var remembered = browser.form("app/login", ADA + "&remember=true");
    assertThat(remembered.status()).isEqualTo(303);
    assertThat(remembered.sessionCookie()).contains("Max-Age=" + 30 * 24 * 60 * 60);
  }

  @Test
  @DisplayName("N2 an upload needs the token of its form")
  void upload() {
    BrowserClient browser = browser("checked");
    browser.form("app/notes", "text=milk");
    String form = browser.get("app/photos").body();
    assertThat(form).contains("multipart/form-data");
    var client = new Client(at("checked"));
    for (String token : List.of(token(form), "wrong")) {
      String body =
          """
          --b
          Content-Disposition: form-data; name="csrf_token"

          %s
          --b
          Content-Disposition: form-data; name="photo"; filename="a.png"
          Content-Type: image/png

          12345
          --b--
          """
              .formatted(token)
              .replace("\n", "\r\n");
      var reply =
          client.post(
              "app/photos",
              "multipart/form-data; boundary=b",
              body.getBytes(UTF_8),
              Client.with(browser.cookie()));
      assertThat(reply.status()).as(token).isEqualTo(token.equals("wrong") ? 403 : 200);
      assertThat(reply.body().equals("5 bytes")).isEqualTo(!token.equals("wrong"));
    }
  }

  private static String token(String page) {
    var field = Pattern.compile("name=\"csrf_token\" value=\"([^\"]+)\"").matcher(page);
    assertThat(field.find()).as("a token in %s", page).isTrue();
    return field.group(1);
  }

  @Test
  @DisplayName("J1 N2 L8 a servlet saves a setting, which JSP and Faces pages show")
  void servletAndPages() {
    BrowserClient browser = browser("checked");
    browser.form("settings", "theme=light");
    String token = token(browser.get("settings.jsp").body());
    assertThat(browser.form("settings", "theme=dark").status()).isEqualTo(403);
    assertThat(browser.form("settings", "theme=dark&csrf_token=" + token).status()).isEqualTo(302);
    assertThat(browser.get("settings.jsp").body())
        .contains("The theme was saved.", "value=\"dark\"");
    assertThat(browser.get("settings.jsp").body()).doesNotContain("saved");
    assertThat(browser.get("theme.xhtml").body()).contains("Theme: dark");
  }

  @Test
  @DisplayName("L3 L4 a changed password ends the other log-ins, and all can be ended")
  void otherLoginsEnd() {
    BrowserClient desk = browser("recipes");
    BrowserClient phone = browser("recipes");
    desk.form("app/login", ADA);
    phone.form("app/login", ADA);
    assertThat(desk.form("app/password", "password=another").status()).isEqualTo(204);
    assertThat(phone.form("app/password", "password=another").status()).isEqualTo(401);
    phone.form("app/login", ADA);
    assertThat(desk.form("app/password/end-everywhere", "").status()).isEqualTo(204);
    assertThat(phone.form("app/password", "password=another").status()).isEqualTo(401);
    assertThat(desk.form("app/password", "password=another").status()).isEqualTo(401);
  }

  @Test
  @DisplayName("L1 N2 a client with a cookie store logs in at a JSON API")
  void mobileClient() throws Exception {
    var mobile = new MobileClient(at("checked").resolve("app/api/"));
    assertThat(mobile.me().body()).contains("\"name\":\"\"");
    String ada = "{\"name\":\"ada\",\"password\":\"secret of ada\"}";
    assertThat(mobile.logIn(ada).body()).contains("\"name\":\"ada\"", "\"csrfToken\":\"");
    assertThat(mobile.me().body()).contains("\"roles\":[\"staff\"]");
    assertThat(mobile.logIn(ada).statusCode()).as("without a token").isEqualTo(403);
  }

  @Test
  @DisplayName("L1 N2 a script logs in, and sends the token that it got with the next request")
  void singlePageApplication() {
    try (var browser = Chromium.start()) {
      browser.openPlain(at("checked") + "shop.html");
      browser.element("order").click();
      browser.arrive("p[@id='status']", "ada: Order 1");
      assertThat(browser.run("return document.cookie")).as("what a script sees").isEqualTo("");
    }
  }

  @Test
  @DisplayName(
      "C3 C6 N2 behind a proxy the cookie is bound to the host, and the origin is the proxy's")
  void behindAProxy() {
    String first = proxied("");
    assertThat(first)
        .startsWith("HTTP/1.1 303 ")
        .contains("Location: https://localhost/proxied/app/notes\r\n")
        .containsPattern(
            "Set-Cookie: __Host-session=[^;]+; Max-Age=1209600; Path=/; Secure; HttpOnly; SameSite=Lax\r\n");
    assertThat(proxied("\r\nOrigin: https://localhost")).startsWith("HTTP/1.1 303 ");
    assertThat(proxied("\r\nOrigin: https://evil.example")).startsWith("HTTP/1.1 403 ");
  }

  /** Sends a form as a proxy does that has received it for {@code https://localhost}. */
  private static String proxied(String header) {
    var client = new Client(at("proxied"));
    String head =
        """
        POST %s HTTP/1.1
        X-Forwarded-For: 192.0.2.1
        X-Forwarded-Proto: https
        Content-Length: 0\
        """
            .replace("\n", "\r\n");
    return client.raw(head.formatted(client.path("app/notes")) + header, UTF_8);
  }

  @Test
  @DisplayName("R7 two versions with two keys read the sessions of each other during a deployment")
  void oldAndNewVersionSideBySide() {
    BrowserClient older = browser("step-1");
    older.form("app/settings", "dark");
    BrowserClient newer = older.at(at("step-2"));
    assertThat(newer.get("app/settings").body()).isEqualTo("dark serif");
    assertThat(newer.form("app/settings", "mono").body()).isEqualTo("dark mono");
    BrowserClient olderAgain = newer.at(at("step-1"));
    assertThat(olderAgain.form("app/settings", "light").status()).isEqualTo(200);
    BrowserClient newerAgain = olderAgain.at(at("step-2"));
    assertThat(newerAgain.get("app/settings").body()).startsWith("light ");
    assertThat(newerAgain.at(at("step-3")).get("app/settings").body()).startsWith("light ");
    assertThat(older.at(at("step-3")).get("app/settings").body())
        .as("under the old key")
        .isEqualTo("light serif");
  }
}
