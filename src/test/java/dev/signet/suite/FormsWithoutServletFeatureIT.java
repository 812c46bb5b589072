package dev.signet.suite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Forms on an Open Liberty that hides the servlet API from applications. */
class FormsWithoutServletFeatureIT implements FormsContract {

  private static SecondServer server;

  @BeforeAll
  static void start() {
    server = new SecondServer(FormsIT.application("minimal-forms"), "minimal-forms");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Override
  public Client client() {
    return server.client();
  }

  @Test
  @DisplayName("N2 J1 a resource gets a part by its name where the servlet API is hidden")
  void namedPartOfMultipartForm() {
    assertThat(MultipartUpload.send(client(), "multipart/parts/named"))
        .isEqualTo("a.txt caf\u00e9 true");
  }
}
