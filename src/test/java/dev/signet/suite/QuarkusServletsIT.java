package dev.signet.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.servlet.SessionServletFilter;
import dev.signet.suite.app.Script;
import dev.signet.suite.beside.EarlyFilter;
import dev.signet.suite.commit.CommitResource;
import dev.signet.suite.commit.ViewWriter;
import dev.signet.suite.pages.PageServlet;
import dev.signet.suite.parts.PartsApplication;
import java.util.HashMap;
import java.util.Map;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The suite on Quarkus with servlets, in the profile {@code runtimes}. Resources are served by
 * Quarkus REST, beside the servlet container; there is neither JSP nor Faces.
 */
@EnabledIfSystemProperty(named = "quarkus.apps", matches = ".+")
class QuarkusServletsIT extends ServletSuite {

  private static final String ERROR_PAGE =
      "<web-app xmlns='https://jakarta.ee/xml/ns/jakartaee' version='6.0'>"
          + "<error-page><error-code>404</error-code><location>/error.jsp</location></error-page>"
          + "</web-app>";

  private static final String PARTLY_FILTERED =
      "<web-app xmlns='https://jakarta.ee/xml/ns/jakartaee' version='6.0'>"
          + "<filter><filter-name>session</filter-name><filter-class>"
          + SessionServletFilter.class.getName()
          + "</filter-class></filter><filter-mapping><filter-name>session</filter-name>"
          + "<url-pattern>/servlet/*</url-pattern></filter-mapping></web-app>";

  private static Quarkus server;

  @BeforeAll
  static void start() {
    server = new Quarkus("quarkus-servlets");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Override
  RuntimeServer server() {
    return server;
  }

  @Override
  boolean hasRestBelowServlets() {
    return false;
  }

  /** There is no context root that the log-in page could be below. */
  @Override
  WebArchive guards() {
    return GuardIT.guardsWithLoginPage("/guards/account/login");
  }

  /** Quarkus REST refuses to build resources with an {@code EntityPart}. */
  @Override
  WebArchive forms() {
    return FormsIT.application("forms").deletePackages(true, PartsApplication.class.getPackage());
  }

  @Override
  WebArchive commit() {
    return commit(ERROR_PAGE);
  }

  /** Servlets write the pages, and resources have no servlet request. */
  private static WebArchive commit(String webXml) {
    return withRestPath(servlets(webXml));
  }

  private static WebArchive servlets(String webXml) {
    return CommitContract.application()
        .deleteClasses(CommitResource.class, ViewWriter.class)
        .addPackage(PageServlet.class.getPackage())
        .addPackage(EarlyFilter.class.getPackage())
        .addClass(Script.class)
        .addAsResource(new StringAsset(webXml), "META-INF/web.xml");
  }

  @Override
  WebArchive posts() {
    return withRestPath(ServletCsrfContract.application());
  }

  private static WebArchive withRestPath(WebArchive application) {
    return application.addAsResource(
        new StringAsset("quarkus.rest.path=/rest"), "application.properties");
  }

  private Client commits() {
    return server.client("commit", name -> commit());
  }

  @Override
  Map<String, String> differences() {
    Map<String, String> all = new HashMap<>(Quarkus.REST_DIFFERENCES);
    all.put("Commit.filterAndResource", "Requests to resources do not pass servlet filters.");
    all.put("Commit.facesPage", "There is no Faces.");
    all.put("Commit.noticePage(notice.xhtml)", "There is no Faces.");
    all.put("ServletCsrf.jsp", "There is no JSP.");
    all.put(
        "Csrf.notAsked", "A path that no resource matches is checked as those of servlets are.");
    return all;
  }

  @Test
  @DisplayName("J1 J4 servlets and resources read and change the session of the same cookie")
  void servletsAndResources() {
    String seeded = commits().get("servlet/seed").pair();
    Reply changed = commits().post("rest/beside", "get items;put user=ada", "Cookie", seeded);
    assertThat(changed.body()).isEqualTo("[milk],");
    assertThat(commits().get("servlet/read", "Cookie", changed.pair()).body())
        .isEqualTo("ada [milk]");
  }

  @Test
  @DisplayName(
      "H4 W1 J4 a filter before matching shares the session of the servlet or the resource")
  void filterBeforeMatching() {
    var client = server.client("early", name -> servlets(ERROR_PAGE));
    String[] headers =
        Client.with(client.get("servlet/seed").pair(), "X-Before-Matching", "put user=grace");
    Reply servlet = client.get("servlet/writer?action=CHANGE", headers);
    assertThat(client.get("servlet/read", "Cookie", servlet.pair()).body())
        .isEqualTo("grace [milk, egg]");
    Reply resource = client.post("beside", "get user", headers);
    assertThat(resource.body()).isEqualTo("grace");
    assertThat(client.get("servlet/read", "Cookie", resource.pair()).body())
        .isEqualTo("grace [milk]");
  }

  @Test
  @DisplayName("W9 J4 the change of an asynchronous dispatch is saved, and not reported as lost")
  void asynchronousDispatch() {
    String seeded = commits().get("servlet/seed").pair();
    int before = server.log().split("A change of the session is lost", -1).length;
    Reply reply = commits().get("servlet/async-servlet?action=LOGIN", "Cookie", seeded);
    assertThat(commits().get("servlet/read", "Cookie", reply.pair()).body())
        .isEqualTo("ada [milk]");
    assertThat(server.log().split("A change of the session is lost", -1)).hasSize(before);
  }

  @Test
  @DisplayName("J3 J4 N2 a path of Jakarta REST without a resource is checked as for servlets")
  void pathWithoutResource() {
    var posts = server.client("posts", name -> posts());
    assertThat(posts.form("rest/nowhere", "v=1", "Sec-Fetch-Site", "cross-site").status())
        .isEqualTo(403);
  }

  @Test
  @DisplayName("J1 J3 J4 an application that declares the filter for some paths does not start")
  void filterForSomePaths() {
    assertThat(server.failedStart("partly", commit(PARTLY_FILTERED)))
        .contains(
            "Signet cannot start because the application has 1 fault:",
            "Signet's filter is not mapped to /*");
  }
}
