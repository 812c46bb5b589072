package dev.signet.suite;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.testing.BrowserCookies;
import dev.signet.testing.TestSessions;
import jakarta.ws.rs.client.ClientBuilder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The examples of five other systems, in the demo as it was built, on Open Liberty. */
@ArquillianTest
@RunAsClient
class DemoIT {

  private static final String PAST = "; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT; ";

  @ArquillianResource Deployer deployer;

  @Deployment(name = "demo", testable = false)
  static WebArchive demo() {
    return TestArchives.demo("demo");
  }

  @Deployment(name = "twin", managed = false, testable = false)
  static WebArchive twin() {
    return TestArchives.demo("twin");
  }

  @Deployment(name = "configured", testable = false)
  static WebArchive configured() {
    return TestArchives.demo(
        "configured",
        "session.cookie-name=ravyn",
        "session.max-age=14400",
        "session.same-site=strict",
        "session.secure=true");
  }

  @Deployment(name = "path", testable = false)
  static WebArchive path() {
    return TestArchives.demo("path", "session.path=/path/microdot");
  }

  private static URI at(String application) {
    String port = System.getProperty("test.http.port");
    return URI.create("http://localhost:%s/%s/".formatted(port, application));
  }

  private static BrowserClient browser() {
    return new BrowserClient(at("demo"));
  }

  @Test
  @DisplayName("S1 visits are counted for each client")
  void countsPerClient() {
    BrowserClient one = browser();
    BrowserClient two = browser();
    assertThat(one.get("robyn/visits").body()).isEqualTo("You have visited 1 times");
    assertThat(one.get("robyn/visits").body()).isEqualTo("You have visited 2 times");
    assertThat(two.get("robyn/visits").body()).isEqualTo("You have visited 1 times");
    assertThat(one.get("robyn/visits").body()).isEqualTo("You have visited 3 times");
  }

  @Test
  @DisplayName("S1 log-out expires the cookie")
  void robynLogout() {
    BrowserClient browser = browser();
    browser.get("robyn/visits");
    var reply = browser.post("robyn/logout");
    assertThat(reply.body()).isEqualTo("logged out");
    assertThat(reply.sessionCookie()).startsWith("session=" + PAST);
    assertThat(browser.get("robyn/visits").body()).isEqualTo("You have visited 1 times");
  }

  @Test
  @DisplayName("S1 the cookie has the defaults of the options")
  void defaults() {
    assertThat(browser().get("robyn/visits").sessionCookie())
        .endsWith("; Max-Age=1209600; Path=/; HttpOnly; SameSite=Lax");
  }

  @Test
  @DisplayName("S1 values survive a restart and are valid on another instance with the same secret")
  void restart() {
    BrowserClient browser = browser();
    browser.get("robyn/visits");
    deployer.deploy("twin");
    BrowserClient there = browser.at(at("twin"));
    assertThat(there.get("robyn/visits").body()).isEqualTo("You have visited 2 times");
    deployer.undeploy("twin");
    deployer.deploy("twin");
    assertThat(there.get("robyn/visits").body()).isEqualTo("You have visited 3 times");
    deployer.undeploy("twin");
  }

  @Test
  @DisplayName("S2 a user has a profile until log-out, and a visitor gets 401")
  void ravyn() {
    BrowserClient browser = browser();
    var refused = browser.get("ravyn/profile");
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.body()).isEqualTo("{\"detail\":\"Not authenticated\"}");

    var login = browser.form("ravyn/login", "email=ada%40example.com&password=password");
    assertThat(login.body()).isEqualTo("{\"message\":\"Logged in\"}");
    assertThat(claims(browser)).contains("\"user_id\":1", "\"email\":\"ada@example.com\"");
    assertThat(browser.get("ravyn/profile").body())
        .contains("\"user_id\":1", "\"email\":\"ada@example.com\"");

    assertThat(browser.post("ravyn/logout").sessionCookie()).startsWith("session=" + PAST);
    assertThat(browser.get("ravyn/profile").status()).isEqualTo(401);
  }

  @Test
  @DisplayName("S2 a wrong password is refused, and the log-in renews the token")
  void ravynLogin() {
    BrowserClient browser = browser();
    var refused = browser.form("ravyn/login", "email=ada%40example.com&password=wrong");
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.setCookies()).isEmpty();
    browser.form("ravyn/login", "email=ada%40example.com&password=password");
    String first = browser.cookie();
    browser.form("ravyn/login", "email=ada%40example.com&password=password");
    assertThat(browser.cookie()).isNotEqualTo(first);
    assertThat(claims(browser)).contains("\"jti\":");
  }

  @Test
  @DisplayName("S2 name, lifetime, SameSite and HTTPS-only by configuration alone")
  void ravynConfigured() {
    var client = new Client(at("configured"));
    var set = client.form("ravyn/login", "email=ada%40example.com&password=password").setCookies();
    assertThat(set)
        .singleElement()
        .asString()
        .matches("ravyn=[\\w.-]+; Max-Age=14400; Path=/; Secure; HttpOnly; SameSite=Strict");
    String pair = set.get(0).substring(0, set.get(0).indexOf(';'));
    assertThat(client.get("ravyn/profile", "Cookie", pair).status()).isEqualTo(200);
    assertThat(client.form("ravyn/logout", "", "Cookie", pair).setCookies())
        .containsExactly("ravyn=" + PAST + "Path=/; Secure; HttpOnly; SameSite=Strict");
  }

  @Test
  @DisplayName("S3 a user logs in, sees the account and logs out")
  void velocipy() {
    BrowserClient browser = browser();
    assertThat(browser.get("velocipy/me").body()).contains("\"user_id\":null", "\"username\":null");
    assertThat(browser.post("velocipy/login").body()).isEqualTo("{\"ok\":true}");
    assertThat(browser.get("velocipy/me").body())
        .contains("\"user_id\":42", "\"username\":\"ada\"");
    assertThat(browser.post("velocipy/logout").body()).isEqualTo("{\"ok\":true}");
    assertThat(browser.get("velocipy/me").body()).contains("\"user_id\":null", "\"username\":null");
  }

  @Test
  @DisplayName("S3 N4 the sample test of the documentation passes")
  void sampleTestOfTheDocumentation() {
    String secret = Tokens.SECRET;
    var browser = ClientBuilder.newClient().register(new BrowserCookies());
    var demo = browser.target(at("demo").resolve("velocipy"));
    demo.path("login").request().post(null).close();
    assertTrue(demo.path("me").request().get(String.class).contains("ada"));
    demo.path("logout").request().post(null).close();
    assertFalse(demo.path("me").request().get(String.class).contains("ada"));

    var sessions = TestSessions.signedWith(secret).aged(Duration.ofDays(13));
    String cookie = sessions.cookie(Map.of("user_id", 42));
    assertEquals(42, sessions.read(cookie).get("user_id"));
    browser.close();
  }

  @Test
  @DisplayName("S3 a cart is filled, and reading it writes nothing")
  void velocipyCart() {
    BrowserClient browser = browser();
    assertThat(browser.get("velocipy/cart").body()).isEqualTo("[]");
    assertThat(browser.post("velocipy/cart/add").body()).isEqualTo("[\"egg\"]");
    assertThat(browser.post("velocipy/cart/add?item=spam").body()).isEqualTo("[\"egg\",\"spam\"]");
    var look = browser.get("velocipy/cart");
    assertThat(look.body()).isEqualTo("[\"egg\",\"spam\"]");
    assertThat(look.setCookies()).isEmpty();
  }

  @Test
  @DisplayName("S3 L9 a basket of the demo is a session bean, beside the cart in an attribute")
  void velocipyBasket() {
    BrowserClient browser = browser();
    assertThat(browser.get("velocipy/basket").body()).isEqualTo("[]");
    assertThat(browser.post("velocipy/basket/add").body()).isEqualTo("[\"egg\"]");
    assertThat(browser.post("velocipy/cart/add?item=tea").body()).isEqualTo("[\"tea\"]");
    assertThat(browser.post("velocipy/basket/add?item=spam").body())
        .isEqualTo("[\"egg\",\"spam\"]");
    var look = browser.get("velocipy/basket");
    assertThat(look.body()).isEqualTo("[\"egg\",\"spam\"]");
    assertThat(look.setCookies()).isEmpty();
    browser.post("velocipy/logout");
    assertThat(browser.get("velocipy/basket").body()).isEqualTo("[]");
  }

  @Test
  @DisplayName("S3 the signed expiry ends a session even if the browser keeps the cookie")
  void velocipyLifetime() {
    var client = new Client(at("demo"));
    String data = "{\"user_id\":42,\"username\":\"ada\"}";
    assertThat(client.get("velocipy/me", "Cookie", Tokens.cookie(100, 100, data)).body())
        .contains("\"ada\"");
    assertThat(client.get("velocipy/me", "Cookie", Tokens.cookie(100, -1, data)).body())
        .contains("\"username\":null");
  }

  @Test
  @DisplayName("S4 the page shows the logged-in user, and each form leads back to it")
  void microdot() {
    BrowserClient browser = browser();
    assertThat(browser.get("microdot/").body()).contains("<h1>Not logged in</h1>");
    var login = browser.form("microdot/", "username=Ada+%3CL%26B%3E");
    assertThat(login.status()).isEqualTo(303);
    assertThat(login.header("Location")).isEqualTo(at("demo") + "microdot/");
    assertThat(browser.get("microdot/").body())
        .contains("<h1>Logged in as Ada &lt;L&amp;B></h1>", "action=\"/demo/microdot/logout\"");
    var logout = browser.post("microdot/logout");
    assertThat(logout.status()).isEqualTo(303);
    assertThat(logout.sessionCookie()).startsWith("session=" + PAST);
    assertThat(browser.get("microdot/").body()).contains("Not logged in");
  }

  @Test
  @DisplayName("S4 C5 a session limited to a path, deletion included")
  void microdotPath() {
    var client = new Client(at("path"));
    var login = client.form("microdot/", "username=Ada");
    assertThat(login.sessionCookie()).contains("; Path=/path/microdot;");
    assertThat(client.form("microdot/logout", "", "Cookie", login.pair()).sessionCookie())
        .isEqualTo("session=" + PAST + "Path=/path/microdot; HttpOnly; SameSite=Lax");
  }

  @Test
  @DisplayName("S4 the token is a JSON Web Token that the secret verifies")
  void jsonWebToken() throws GeneralSecurityException {
    BrowserClient browser = browser();
    browser.form("microdot/", "username=Ada");
    String token = browser.cookie().substring("session=".length());
    String[] parts = token.split("\\.", -1);
    assertThat(decoded(parts[0])).contains("\"alg\":\"HS256\"", "\"typ\":\"JWT\"");
    assertThat(decoded(parts[1])).contains("\"exp\":", "\"username\":\"Ada\"");
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(Tokens.SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    byte[] signed = mac.doFinal((parts[0] + "." + parts[1]).getBytes(US_ASCII));
    assertThat(Base64.getUrlDecoder().decode(parts[2])).isEqualTo(signed);
  }

  @Test
  @DisplayName("S5 each client is sent the to-dos it has not seen")
  void bocadillo() {
    BrowserClient one = browser();
    BrowserClient two = browser();
    assertThat(one.get("bocadillo/unseen-todos").body()).contains("Cut the seal", "Melt the wax");
    var none = one.get("bocadillo/unseen-todos");
    assertThat(none.body()).isEqualTo("[]");
    assertThat(none.setCookies()).as("nothing new to remember").isEmpty();

    assertThat(two.json("bocadillo/todos", "{\"content\":\"Post it\"}").status()).isEqualTo(201);
    assertThat(one.get("bocadillo/unseen-todos").body())
        .contains("Post it")
        .doesNotContain("Cut the seal");
    assertThat(two.get("bocadillo/unseen-todos").body()).contains("Cut the seal", "Post it");
    assertThat(one.json("bocadillo/todos", "{}").status()).isEqualTo(400);
  }

  @Test
  @DisplayName("N1 S5 a socket sends unseen to-dos, and then new ones")
  void bocadilloLive() {
    BrowserClient browser = browser();
    browser.get("bocadillo/unseen-todos");
    URI feed = URI.create(at("demo").toString().replaceFirst("http", "ws") + "bocadillo/live");
    try (var known = new Socket(feed, browser.cookie());
        var stranger = new Socket(feed, "session=forged")) {
      assertThat(known.next()).isEqualTo("[]");
      assertThat(stranger.next()).contains("Melt the wax");
      browser.json("bocadillo/todos", "{\"content\":\"Seal it\"}");
      assertThat(known.next()).contains("Seal it").isEqualTo(stranger.next());
      assertThat(known.cookies()).isEmpty();
    }
    assertThat(browser.json("bocadillo/todos", "{\"content\":\"Go\"}").status()).isEqualTo(201);
  }

  @Test
  @DisplayName("the page has security headers, and its files are cacheable")
  void pageAndFiles() {
    BrowserClient browser = browser();
    var page = browser.get("");
    assertThat(page.header("Content-Security-Policy"))
        .contains("default-src 'none'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(page.header("Cache-Control")).contains("no-store");
    assertThat(page.body())
        .contains("You are not logged in")
        .doesNotContain("{{")
        .doesNotContainPattern("(src|<link[^>]*href)=\"(https?:)?//")
        .doesNotContainPattern(" (style|on\\w+)=");

    for (String file : new String[] {"desk.css", "desk.js", "seal.svg"}) {
      var reply = browser.get("desk/assets/" + file);
      assertThat(reply.status()).as(file).isEqualTo(200);
      assertThat(reply.header("Cache-Control")).isEqualTo("max-age=600");
      assertThat(reply.header("Vary")).isEmpty();
      // By hand: to an upgrade to HTTP/2, which no browser asks for, Liberty 26.0.0.5 sends no 304.
      String tag = String.join("", reply.response().headers().allValues("ETag"));
      var client = new Client(at("demo"));
      String again = "GET %s HTTP/1.1\r\nIf-None-Match: %s";
      assertThat(client.raw(again.formatted(client.path("desk/assets/" + file), tag), US_ASCII))
          .startsWith("HTTP/1.1 304 ");
    }
    assertThat(browser.get("desk/assets/page.html").status()).isEqualTo(404);
  }

  @Test
  @DisplayName("each link at the end of the page leads to a page or a source")
  void linksOfTheFooter() {
    String page = browser().get("").body();
    String footer = page.substring(page.indexOf("<footer>"));
    var links = Pattern.compile("href=\"([^\"]+)\"").matcher(footer).results().toList();
    assertThat(links).hasSizeGreaterThan(8);
    for (var link : links) {
      var reply = browser().get(link.group(1));
      assertThat(reply.status()).as(link.group()).isEqualTo(200);
      assertThat(reply.header("Content-Type")).as(link.group()).startsWith("text/");
    }
    assertThat(browser().get("desk/source/desk/DeskResource.java").body())
        .contains("session.put(\"came\"");
    assertThat(browser().get("desk/source/desk/Nothing.java").status()).isEqualTo(404);
  }

  @Test
  @DisplayName("the page works as plain forms, which lead back to it with a result")
  void plainForms() {
    BrowserClient browser = browser();
    browser.get("");
    var login = browser.form("desk/login", "name=Ada+%3Cb%3E");
    assertThat(login.status()).isEqualTo(303);
    assertThat(login.header("Location")).isEqualTo(at("demo") + "?said=login");
    var page = browser.get("?said=LOGIN");
    assertThat(page.setCookies()).as("not a visit").isEmpty();
    assertThat(page.body()).contains("Ada &lt;b&gt;", "You are logged in, under a new token.");
    assertThat(browser.get("?said=%3Cscript%3E").body()).doesNotContain("<script>");
  }

  @Test
  @DisplayName("L2 L4 the page lists the devices of a user, ends one, and logs out everywhere")
  void devices() {
    BrowserClient phone = browser();
    BrowserClient desk = browser();
    phone.form("desk/login", "name=Eve", "User-Agent", "Firefox/140");
    desk.form("desk/login", "name=Eve", "User-Agent", "curl/8");
    String page = desk.get("desk").body();
    assertThat(page).contains("Firefox, since ", "This browser").doesNotContain("curl");
    var id = Pattern.compile("name=\"id\" value=\"([^\"]+)\"").matcher(page);
    assertThat(id.find()).isTrue();
    assertThat(desk.form("desk/devices/end", "id=" + id.group(1)).status()).isEqualTo(303);
    assertThat(phone.get("desk").body()).contains("You are not logged in");
    assertThat(desk.get("desk").body()).contains("Eve").doesNotContain("Firefox");
    phone.form("desk/login", "name=Eve");
    desk.form("desk/devices/everywhere", "");
    assertThat(desk.get("desk").body()).contains("You are not logged in");
    assertThat(phone.get("desk").body()).contains("You are not logged in");
    assertThat(phone.form("desk/devices/everywhere", "").status()).as("no caller").isEqualTo(401);
  }

  @Test
  @DisplayName("only Set-Cookie and the inspector contain the value of the cookie")
  void valueStaysHidden() {
    BrowserClient browser = browser();
    browser.form("desk/login", "name=Ada", "Desk-Script", "true");
    String signature = browser.cookie().substring(browser.cookie().lastIndexOf('.') + 1);
    for (String path : new String[] {"", "desk", "robyn/visits", "velocipy/me"}) {
      var reply = browser.get(path);
      String now = browser.cookie().substring(browser.cookie().lastIndexOf('.') + 1);
      reply
          .response()
          .headers()
          .map()
          .forEach(
              (name, values) -> {
                if (!name.equalsIgnoreCase("Set-Cookie")) {
                  assertThat(values.toString()).as(name).doesNotContain(signature, now);
                }
              });
      assertThat(reply.body()).doesNotContain(signature, now);
    }
    var decoded = browser.get("desk/cookie");
    assertThat(decoded.header("Cache-Control")).contains("no-store");
    assertThat(decoded.body())
        .contains(browser.cookie().substring(browser.cookie().lastIndexOf('.') + 1));
  }

  @Test
  @DisplayName("the examples are browsable, with the cookie as a security scheme")
  void openApi() {
    String port = System.getProperty("test.http.port");
    var server = new Client(URI.create("http://localhost:" + port));
    assertThat(server.get("/openapi").body())
        .contains("/velocipy/cart/add:", "securitySchemes:", "in: cookie", "name: session");
    assertThat(server.get("/openapi/ui/").status()).isEqualTo(200);
  }

  private static String claims(BrowserClient browser) {
    return decoded(browser.cookie().split("\\.", -1)[1]);
  }

  private static String decoded(String part) {
    return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
  }
}
