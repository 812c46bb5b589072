package dev.signet.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.suite.bare.BareServlet;
import java.io.File;
import java.util.Map;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The suite on GlassFish. */
class GlassFishIT extends RuntimeSuite {

  private static final String JERSEY_SERVICE =
      "org.glassfish.jersey.servlet.internal.spi.ServletContainerProvider";

  private static final String NO_SCOPE =
      "Pages of an asynchronous dispatch have no CDI request scope, so no injected session.";

  private static GlassFish server;

  @BeforeAll
  static void start() {
    server = new GlassFish();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  @DisplayName("N2 J3 without the filter, requests that session.csrf has to check are refused")
  void withoutFilter() {
    Client client = server.client("unfiltered", GlassFishIT::withoutFilter);
    assertThat(client.get("post").status()).isEqualTo(200);
    Reply refused = client.form("post", "v=1");
    assertThat(refused.status()).isEqualTo(500);
    assertThat(refused.body()).doesNotContain("POST 1");
    assertThat(server.log())
        .contains(
            "The filter dev.signet.servlet.SessionServletFilter is not registered for /*; servlets and"
                + " pages have no session without it, and with session.csrf, requests that it has to"
                + " check are refused. Declare it in WEB-INF/web.xml");
  }

  /** The caller everywhere. */
  @Nested
  @DisplayName("J4 the caller everywhere")
  class Callers implements CallerContract {

    @Override
    public Client client() {
      return server.client(
          "caller", name -> CallerContract.application(name, "session.logins=memory"));
    }
  }

  /** The application {@code src/it/glassfish}. */
  @Nested
  @DisplayName("J4 an application of a minimal project")
  class Project implements StarterContract {

    @Override
    public Client client() {
      return server.consumer("glassfish");
    }
  }

  /** Returns an application whose Signet does not learn that there is a servlet context. */
  private static WebArchive withoutFilter(String name) {
    var signet = new File(System.getProperty("signet.jar"));
    var jar =
        ShrinkWrap.create(ZipImporter.class, signet.getName())
            .importFrom(signet)
            .as(JavaArchive.class);
    jar.delete("/META-INF/services/" + JERSEY_SERVICE);
    var application =
        TestArchives.library(name, "session.secret-key=" + Tokens.SECRET, "session.csrf=origin")
            .addClass(BareServlet.class);
    application.delete("/WEB-INF/lib/" + signet.getName());
    return application.addAsLibrary(jar);
  }

  @Override
  RuntimeServer server() {
    return server;
  }

  @Override
  Map<String, String> differences() {
    return Map.of(
        "Csrf.everyOtherMethodIsChecked(POST)",
        "Jersey fails on a POST without a content type to a method with form parameters.",
        "Commit.login(servlet/async-dispatch?size=10)",
        NO_SCOPE,
        "Commit.login(servlet/async-dispatch?size=100000)",
        NO_SCOPE,
        "Commit.logout(servlet/async-dispatch?size=10)",
        NO_SCOPE,
        "Commit.logout(servlet/async-dispatch?size=100000)",
        NO_SCOPE,
        "Commit.change(servlet/async-dispatch?size=10)",
        NO_SCOPE,
        "Commit.change(servlet/async-dispatch?size=100000)",
        NO_SCOPE);
  }
}
