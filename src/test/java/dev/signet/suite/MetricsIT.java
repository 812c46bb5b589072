package dev.signet.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.suite.kit.KitResource;
import java.net.URI;
import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a dashboard sees of sessions on Open Liberty with MicroProfile Metrics. */
@ArquillianTest
@RunAsClient
class MetricsIT {

  @ArquillianResource URL url;

  @Deployment
  static WebArchive counted() {
    return TestArchives.library(
            "counted", "session.secret-key=" + Tokens.SECRET, "session.csrf=origin")
        .addPackage(KitResource.class.getPackage());
  }

  /** Returns the counter of an outcome, as Prometheus gets it. */
  private static long count(Client server, String outcome, String reason) {
    return server
        .get("/metrics?scope=application")
        .body()
        .lines()
        .filter(line -> line.startsWith("signet_session_events_total{"))
        .filter(line -> line.contains("outcome=\"" + outcome + "\""))
        .filter(line -> line.contains("reason=\"" + reason + "\""))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  @Test
  @DisplayName("N3 K1 sessions are counted by outcome")
  void countsWhatBecomes() {
    var client = new Client(URI.create(url.toString()));
    long forgeries = count(client, "cookie_rejected", "bad_signature");
    long read = count(client, "loaded", "none");
    long began = count(client, "created", "none");
    String cookie = client.post("kit/login", "Ada").pair();
    String renewed = client.post("kit/login", "Eve", "Cookie", cookie).pair();
    client.get("kit/me", "Cookie", renewed.substring(0, renewed.length() - 4) + "AAAA");
    long refused = count(client, "csrf_rejected", "foreign_origin");
    client.post("kit/logout", "", "Cookie", renewed, "Origin", "http://elsewhere.example");
    client.post("kit/logout", "", "Cookie", renewed);
    assertThat(count(client, "created", "none")).isEqualTo(began + 1);
    assertThat(count(client, "loaded", "none")).as("by two of four").isEqualTo(read + 2);
    assertThat(count(client, "renewed", "none")).isPositive();
    assertThat(count(client, "cookie_rejected", "bad_signature")).isEqualTo(forgeries + 1);
    assertThat(count(client, "destroyed", "deleted")).isPositive();
    assertThat(count(client, "csrf_rejected", "foreign_origin")).isEqualTo(refused + 1);
    assertThat(client.get("/metrics?scope=application").body()).doesNotContain("Ada", "Eve");
  }
}
