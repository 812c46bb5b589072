package dev.signet.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.logging.TestLog;
import io.undertow.Undertow;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.util.ImmediateInstanceFactory;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The check on Undertow, which calls no mechanism of Jakarta Security. */
class MechanismCheckTest {

  private static final String MESSAGE =
      "session.caller is auto, but the server did not call Signet's mechanism of Jakarta Security";

  private static final class CheckedServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient MechanismCheck check = new MechanismCheck();
    private final boolean expected;

    CheckedServlet(boolean expected) {
      this.expected = expected;
    }

    @Override
    public void init() {
      if (expected) {
        ServletSessions.expectMechanism(getServletContext());
      }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
      check.check(request);
    }
  }

  /** Sends two requests, and returns how often the log has the message. */
  private static long reports(boolean expected) throws Exception {
    var deployment =
        Servlets.newContainer()
            .addDeployment(
                Servlets.deployment()
                    .setClassLoader(MechanismCheckTest.class.getClassLoader())
                    .setContextPath("/")
                    .setDeploymentName("mechanism")
                    .addServlet(
                        Servlets.servlet(
                                "checked",
                                CheckedServlet.class,
                                new ImmediateInstanceFactory<>(new CheckedServlet(expected)))
                            .addMapping("/*")));
    deployment.deploy();
    Undertow server =
        Undertow.builder().addHttpListener(0, "localhost").setHandler(deployment.start()).build();
    server.start();
    try {
      var address = (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
      var request =
          HttpRequest.newBuilder(URI.create("http://localhost:%d/".formatted(address.getPort())))
              .build();
      for (int i = 0; i < 2; i++) {
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
      }
    } finally {
      server.stop();
    }
    return TestLog.installed().records().stream()
        .filter(each -> each.getMessage().startsWith(MESSAGE))
        .count();
  }

  @Test
  @DisplayName("L2 a mechanism of Jakarta Security that the server does not call is reported once")
  void notCalled() throws Exception {
    assertThat(reports(true)).isOne();
  }

  @Test
  @DisplayName("L2 without a mechanism, nothing is reported")
  void notExpected() throws Exception {
    assertThat(reports(false)).isZero();
  }
}
