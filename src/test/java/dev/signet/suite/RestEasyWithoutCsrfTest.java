package dev.signet.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.jaxrs.SessionRequestFilter;
import dev.signet.jaxrs.SessionResponseFilter;
import dev.signet.logging.TestLog;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.SeBootstrap;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Jakarta REST with the filters of sessions, and without the check that {@code session.csrf}
 * requires.
 */
@ExtendWith(TokenMode.class)
class RestEasyWithoutCsrfTest {

  /** A resource that does not use the session. */
  @Path("/greeting")
  public static final class Greeting {

    @GET
    public String get() {
      return "hello";
    }

    @POST
    public String post() {
      return "hello";
    }
  }

  /** Registers the filters one by one, as an implementation does that ignores nested features. */
  static final class FiltersOnly extends Application {

    @Override
    public Set<Class<?>> getClasses() {
      return Set.of(Greeting.class, SessionRequestFilter.class, SessionResponseFilter.class);
    }

    @Override
    public Map<String, Object> getProperties() {
      return Map.of("jakarta.ws.rs.loadServices", false);
    }
  }

  @Test
  @DisplayName("N2 J4 no request is served if session.csrf is on and its check is not loaded")
  void nothingIsServed() throws Exception {
    var server =
        SeBootstrap.start(
                new FiltersOnly(),
                SeBootstrap.Configuration.builder().host("localhost").port(0).build())
            .toCompletableFuture()
            .get(1, TimeUnit.MINUTES);
    try {
      var client = new Client(server.configuration().baseUri());
      assertThat(client.get("greeting").status()).isEqualTo(500);
      assertThat(client.post("greeting", "").status()).isEqualTo(500);
      assertThat(TestLog.installed().text())
          .contains("session.csrf is on, and Jakarta REST has not loaded its check");
    } finally {
      server.stop().toCompletableFuture().get(1, TimeUnit.MINUTES);
    }
  }
}
