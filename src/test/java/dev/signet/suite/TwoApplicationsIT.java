package dev.signet.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.suite.posts.PostResource;
import dev.signet.suite.unloaded.LoadedApplication;
import dev.signet.suite.unloaded.UnloadedApplication;
import java.net.URI;
import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Two Jakarta REST applications in one WAR on Open Liberty, of which one loads the filters. */
@ArquillianTest
@RunAsClient
class TwoApplicationsIT {

  private static final String CROSS_SITE = "cross-site";

  @ArquillianResource URL url;

  @Deployment
  static WebArchive twoApplications() {
    return TestArchives.library(
            "two-applications", "session.secret-key=" + Tokens.SECRET, "session.csrf=origin")
        .addClasses(LoadedApplication.class, UnloadedApplication.class, PostResource.class);
  }

  private Reply post(String path, String site) {
    var client = new Client(URI.create(url.toString()));
    return client.post(path, "v=1", "Sec-Fetch-Site", site);
  }

  @Test
  @DisplayName("N2 J3 an application without the filters is checked, whatever others load")
  void oneApplicationLoadsTheFilters() {
    assertThat(post("loaded/posts", "same-origin").body()).isEqualTo("v=1");
    assertThat(post("loaded/posts", CROSS_SITE).status()).isEqualTo(403);
    assertThat(post("rest/posts/redirect", CROSS_SITE).status()).isEqualTo(403);
    assertThat(post("rest/posts", CROSS_SITE).status()).isEqualTo(403);
    assertThat(post("rest/posts", "same-origin").body()).isEqualTo("v=1");
    assertThat(post("loaded/posts/exempt", CROSS_SITE).status())
        .as("the filters of the other application know its exempt methods")
        .isEqualTo(200);
    assertThat(ServerLog.read("messages.log"))
        .contains("served a request to " + UnloadedApplication.class.getName())
        .doesNotContain("served a request to " + LoadedApplication.class.getName());
  }
}
