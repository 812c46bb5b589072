package dev.signet.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.suite.posts.PostResource;
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

/** An application on Open Liberty whose Jakarta REST part does not load Signet's filters. */
@ArquillianTest
@RunAsClient
class UnloadedFiltersIT {

  private static final String CROSS_SITE = "cross-site";

  @ArquillianResource URL url;

  @Deployment
  static WebArchive unloaded() {
    return TestArchives.library(
            "unloaded", "session.secret-key=" + Tokens.SECRET, "session.csrf=origin")
        .addClasses(UnloadedApplication.class, PostResource.class);
  }

  private Reply post(String path, String site) {
    var client = new Client(URI.create(url.toString()));
    return client.post(path, "v=1", "Sec-Fetch-Site", site);
  }

  @Test
  @DisplayName("N2 J3 requests are checked although Jakarta REST does not load Signet's filters")
  void requestsAreChecked() {
    Reply first = post("rest/posts", CROSS_SITE);
    assertThat(first.status()).as("served before it is known").isEqualTo(403);
    assertThat(first.body()).doesNotContain("v=1");
    assertThat(post("rest/posts", CROSS_SITE).status()).isEqualTo(403);
    assertThat(post("rest/posts/exempt", CROSS_SITE).status()).as("unknown").isEqualTo(403);
    assertThat(post("rest/posts", "same-origin").body()).isEqualTo("v=1");
    assertThat(ServerLog.read("messages.log"))
        .contains("Jakarta REST has served a request to " + UnloadedApplication.class.getName());
  }
}
