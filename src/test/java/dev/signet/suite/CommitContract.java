package dev.signet.suite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.signet.suite.commit.CommitServlet;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way of committing a response. */
interface CommitContract {

  Client client();

  /** Returns whether requests to resources pass the servlet container. */
  default boolean hasRestBelowServlets() {
    return true;
  }

  private void assumeReachable(String way) {
    assumeTrue(
        hasRestBelowServlets() || !way.startsWith("rest/"),
        "Resources run beside the servlet container of this server, so they cannot use its API.");
  }

  String PAGE =
      "<%@ page session=\"false\" %>${signet.user} ${signet.items}"
          + " ${'x'.repeat(Integer.parseInt(param.size))}";

  String ERROR_PAGE =
      "<%@ page session=\"false\" isErrorPage=\"true\" %>error page for ${signet.user}";

  String NOTICE_PAGE =
      "<%@ page session=\"false\" %>"
          + "${empty signet.flash('notice') ? 'nothing' : signet.flash('notice')}";

  String FACES_NOTICE_PAGE =
      """
      <!DOCTYPE html>
      <html xmlns="http://www.w3.org/1999/xhtml" xmlns:h="jakarta.faces.html">
      <h:body>
        <h:outputText rendered="#{not empty signet.flash('notice')}" value="#{signet.flash('notice')}" />
      </h:body>
      </html>
      """;

  String FORBIDDEN_PAGE = "<%@ page session=\"false\" %><% response.sendError(403); %>";

  String WEB_XML =
      "<web-app xmlns='https://jakarta.ee/xml/ns/jakartaee' version='6.0'>"
          + "<servlet><servlet-name>faces</servlet-name>"
          + "<servlet-class>jakarta.faces.webapp.FacesServlet</servlet-class></servlet>"
          + "<servlet-mapping><servlet-name>faces</servlet-name>"
          + "<url-pattern>*.xhtml</url-pattern></servlet-mapping>"
          + "<error-page><error-code>404</error-code><location>/error.jsp</location></error-page>"
          + "</web-app>";

  String FACES_PAGE =
      """
      <!DOCTYPE html>
      <html xmlns="http://www.w3.org/1999/xhtml" xmlns:h="jakarta.faces.html" xmlns:f="jakarta.faces.core">
      <h:body>
        <h:form id="login">
          <h:inputText id="name" value="#{loginPage.name}" />
          <h:commandButton id="submit" value="Log in" action="#{loginPage.logIn}" />
        </h:form>
        <p>#{signet.user} #{signet.items}</p>
        <pre>#{loginPage.filler}</pre>
      </h:body>
      </html>
      """;

  List<String> SERVLET =
      List.of(
          "writer",
          "stream",
          "bytes",
          "flush",
          "writer-flush",
          "writer-close",
          "printf",
          "append",
          "buffer-size",
          "reset-buffer",
          "length",
          "length-long",
          "length-header",
          "trailer",
          "write-listener",
          "included-error",
          "async-servlet",
          "reset",
          "redirect",
          "error",
          "not-modified",
          "forward",
          "include",
          "async",
          "async-dispatch");

  List<String> REST =
      List.of(
          "entity",
          "streaming",
          "streaming-thread",
          "sse",
          "see-other",
          "suspended",
          "redirect",
          "error",
          "flush",
          "output",
          "forward",
          "view");

  static WebArchive application() {
    return TestArchives.library("commit", "session.secret-key=" + Tokens.SECRET)
        .addPackage(CommitServlet.class.getPackage())
        .addAsWebResource(new StringAsset(PAGE), "page.jsp")
        .addAsWebResource(new StringAsset(ERROR_PAGE), "error.jsp")
        .addAsWebResource(new StringAsset(FORBIDDEN_PAGE), "forbidden.jsp")
        .addAsWebResource(new StringAsset(NOTICE_PAGE), "notice.jsp")
        .addAsWebResource(new StringAsset(FACES_NOTICE_PAGE), "notice.xhtml")
        .addAsWebResource(new StringAsset(FACES_PAGE), "faces.xhtml")
        .addAsWebInfResource(new StringAsset(WEB_XML), "web.xml");
  }

  static List<String> ways() {
    List<String> ways = new ArrayList<>();
    for (String size : List.of("10", "100000")) {
      SERVLET.forEach(way -> ways.add("servlet/" + way + "?size=" + size));
      REST.forEach(way -> ways.add("rest/" + way + "?size=" + size));
    }
    return ways;
  }

  default String read(String cookie) {
    return client().get("servlet/read", "Cookie", cookie).body();
  }

  default String seeded() {
    return client().get("servlet/seed").pair();
  }

  @ParameterizedTest
  @MethodSource("dev.signet.suite.CommitContract#ways")
  @DisplayName("W9 J1 a log-in is in the response, however it is committed")
  default void login(String way) {
    assumeReachable(way);
    Reply reply = client().get(way + "&action=LOGIN", "Cookie", seeded());
    assertThat(reply.header("Vary")).contains("cookie");
    assertThat(read(reply.pair())).isEqualTo("ada [milk]");
  }

  @ParameterizedTest
  @MethodSource("dev.signet.suite.CommitContract#ways")
  @DisplayName("W9 J1 a log-out is in the response, however it is committed")
  default void logout(String way) {
    assumeReachable(way);
    Reply reply = client().get(way + "&action=LOGOUT", "Cookie", seeded());
    assertThat(reply.sessionCookie()).startsWith("session=;");
    assertThat(reply.header("Vary")).contains("cookie");
  }

  @ParameterizedTest
  @MethodSource("dev.signet.suite.CommitContract#ways")
  @DisplayName("W2 W9 J1 a change inside a value is in the response, however it is committed")
  default void change(String way) {
    assumeReachable(way);
    Reply reply = client().get(way + "&action=CHANGE", "Cookie", seeded());
    assertThat(read(reply.pair())).isEqualTo("nobody [milk, egg]");
  }

  static List<String> waysWithoutPage() {
    return ways().stream()
        .filter(way -> !way.matches(".*/(forward|view|include|included-error|async-dispatch)[?].*"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("dev.signet.suite.CommitContract#waysWithoutPage")
  @DisplayName("H1 H3 a response of a request that does not use the session has no trace of it")
  default void untouched(String way) {
    assumeReachable(way);
    Reply reply = client().get(way + "&action=NONE", "Cookie", seeded());
    assertThat(reply.setCookies()).isEmpty();
    assertThat(reply.header("Vary")).doesNotContain("cookie");
  }

  @Test
  @DisplayName(
      "H2 a servlet's response with the cookie is not stored by a content delivery network")
  default void edgeCaches() {
    String path = "servlet/writer?edge=max-age%3D60&action=";
    assertThat(client().get(path + "LOGIN", "Cookie", seeded()).header("CDN-Cache-Control"))
        .isEqualTo("no-store");
    assertThat(client().get(path + "NONE", "Cookie", seeded()).header("CDN-Cache-Control"))
        .isEqualTo("max-age=60");
  }

  @ParameterizedTest
  @ValueSource(strings = {"writer", "manager"})
  @DisplayName(
      "H1 H2 a public response with the cookie becomes private, also if the application adds it")
  default void publicResponse(String way) {
    String path = "servlet/%s?cache=public&action=LOGIN".formatted(way);
    Reply reply = client().get(path, "Cookie", seeded());
    assertThat(reply.pair()).startsWith("session=");
    assertThat(reply.header("Cache-Control")).doesNotContain("public");
  }

  @Test
  @DisplayName("J1 a response can be reset to another encoding")
  default void resetToAnotherEncoding() {
    assertThat(client().get("servlet/reset-charset?action=LOGIN", "Cookie", seeded()).body())
        .isEqualTo("\u20ac");
  }

  @Test
  @DisplayName("W11 an application can handle a session that is too large for SessionManager.save")
  default void handledTooLarge() {
    Reply reply = client().get("servlet/too-large", "Cookie", seeded());
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).isEqualTo("too large");
    assertThat(reply.setCookies()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"injected", "manager"})
  @DisplayName("W5 H4 J2 a filter and a resource of one request share a session and a cookie")
  default void filterAndResource(String from) {
    Reply reply = client().get("rest/filtered?from=" + from, "Cookie", seeded());
    assertThat(reply.body()).isEqualTo("yes");
    Reply next = client().get("rest/filtered", "Cookie", reply.pair());
    assertThat(next.body()).isEqualTo("yes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"same", "manager"})
  @DisplayName("H4 J2 every way to the session of a servlet request gives the same one")
  default void sameSession(String way) {
    Reply reply = client().get("servlet/" + way, "Cookie", seeded());
    assertThat(reply.body()).isIn("grace", "ada");
    assertThat(read(reply.pair())).startsWith(reply.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"cookies", "cookies-after-save"})
  @DisplayName("W5 W10 a servlet's other cookies stay, also of the same name with another path")
  default void otherCookies(String page) {
    Reply reply = client().get("servlet/" + page + "?action=LOGIN", "Cookie", seeded());
    assertThat(reply.setCookies())
        .hasSize(3)
        .contains("session=mine; Path=/elsewhere", "theme=dark")
        .noneMatch(cookie -> cookie.equals("session=mine; Path=/"));
  }

  @Test
  @DisplayName("W7 an exception of a servlet saves nothing")
  default void failingServlet() {
    Reply reply = client().get("servlet/fail?action=LOGIN", "Cookie", seeded());
    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.setCookies()).isEmpty();
  }

  @Test
  @DisplayName("W9 a change after the response was committed throws")
  default void lateChange() {
    assertThat(client().get("servlet/late", "Cookie", seeded()).body())
        .startsWith("The session can no longer be changed");
  }

  @Test
  @DisplayName("W9 J1 an error page reads the session that the failed request changed")
  default void errorPage() {
    Reply reply = client().get("servlet/missing?action=LOGIN", "Cookie", seeded());
    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.body()).startsWith("error page for ada");
    assertThat(read(reply.pair())).isEqualTo("ada [milk]");
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 100000})
  @DisplayName("J1 a Faces page reads the session by EL, and its action changes it")
  default void facesPage(int size) {
    String seeded = seeded();
    Reply page = client().get("faces.xhtml?size=" + size, "Cookie", seeded);
    assertThat(page.body()).contains("[milk]");
    assertThat(page.header("Vary")).contains("cookie");
    Matcher state =
        Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]*value=\"([^\"]*)\"")
            .matcher(page.body());
    assertThat(state.find()).isTrue();
    String container =
        page.setCookies().stream()
            .filter(cookie -> cookie.startsWith("JSESSIONID="))
            .map(cookie -> "; " + cookie.split(";", 2)[0])
            .findFirst()
            .orElse("");
    Reply posted =
        client()
            .form(
                "faces.xhtml?size=" + size,
                "login=login&login_SUBMIT=1&login:name=ada&login:submit=x&jakarta.faces.ViewState="
                    + URLEncoder.encode(state.group(1), UTF_8),
                "Cookie",
                seeded + container);
    assertThat(posted.body()).contains("ada [milk]");
    assertThat(read(posted.pair())).isEqualTo("ada [milk]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"notice.jsp", "notice.xhtml"})
  @DisplayName("L8 J1 a page tests and shows a flash value by EL, and it is gone then")
  default void noticePage(String page) {
    Reply redirect = client().get("servlet/notice?page=" + page, "Cookie", seeded());
    assertThat(redirect.status()).isEqualTo(302);
    assertThat(redirect.header("Location")).endsWith("/" + page);
    Reply shown = client().get(page, "Cookie", redirect.pair());
    assertThat(shown.body()).contains("Saved");
    assertThat(client().get(page, "Cookie", shown.pair()).body()).doesNotContain("Saved");
    assertThat(read(shown.pair())).isEqualTo("nobody [milk]");
  }

  @Test
  @DisplayName("W9 J1 the response to HEAD has the cookie")
  default void head() {
    Reply reply = client().send("HEAD", "servlet/writer?action=LOGIN", "Cookie", seeded());
    assertThat(read(reply.pair())).isEqualTo("ada [milk]");
  }

  @Test
  @DisplayName("W9 a change in requestDestroyed throws")
  default void changeAfterTheRequest() {
    Reply reply = client().get("servlet/writer?action=LOGIN&after=1", "Cookie", seeded());
    assertThat(read(reply.pair())).isEqualTo("ada [milk]");
    assertThat(client().get("servlet/outcome").body())
        .startsWith("The session can no longer be changed");
  }
}
