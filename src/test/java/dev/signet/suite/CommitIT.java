package dev.signet.suite;

import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way of committing a response on Open Liberty, over HTTP/2 too. */
@ArquillianTest
@RunAsClient
class CommitIT implements CommitContract {

  @ArquillianResource URL url;

  @Deployment
  static WebArchive application() {
    return CommitContract.application();
  }

  @Override
  public Client client() {
    return new Client(URI.create(url.toString()));
  }

  private static final String UPGRADE = "rest/entity?action=NONE&size=10";

  @ParameterizedTest
  @ValueSource(strings = {"servlet/same", "servlet/manager", "rest/filtered?from=manager"})
  @DisplayName("H6 J2 over HTTP/2 a Cookie header in several fields is one list")
  void splitCookieHeader(String path) throws Exception {
    String seeded = seeded();
    for (String[] fields : new String[][] {{"theme=dark", seeded}, {seeded, "theme=dark"}}) {
      var reply = secure(path, fields[0], fields[1]);
      assertThat(reply.version()).isEqualTo(HttpClient.Version.HTTP_2);
      List<String> cookies = reply.headers().allValues("Set-Cookie");
      assertThat(cookies).hasSize(1);
      assertThat(read(cookies.get(0).split(";", 2)[0])).contains("[milk]");
    }
  }

  @ParameterizedTest
  @MethodSource("dev.signet.suite.CommitContract#ways")
  @DisplayName("W9 J1 over HTTP/2 a log-in is in the response, however it is committed")
  void secureLogin(String way) throws Exception {
    var reply = secure(way + "&action=LOGIN", "a=b", seeded());
    List<String> cookies = reply.headers().allValues("Set-Cookie");
    assertThat(cookies).hasSize(1);
    assertThat(cookies.get(0)).contains("Secure");
    assertThat(read(cookies.get(0).split(";", 2)[0])).isEqualTo("ada [milk]");
  }

  @ParameterizedTest
  @MethodSource("dev.signet.suite.CommitContract#ways")
  @DisplayName("W9 J1 over HTTP/2 in clear text a log-in is in the response, however committed")
  void clearTextLogin(String way) throws Exception {
    var reply = clear(way + "&action=LOGIN", "a=b", seeded());
    List<String> cookies = reply.headers().allValues("Set-Cookie");
    assertThat(cookies).hasSize(1);
    assertThat(read(cookies.get(0).split(";", 2)[0])).isEqualTo("ada [milk]");
  }

  /**
   * The first request of a connection upgrades it. Liberty answers one to a servlet over HTTP/1.1
   * instead, and one with status 204 or 304 never; so it is a request to Jakarta REST.
   */
  private HttpResponse<String> clear(String path, String... cookies) throws Exception {
    HttpResponse<String> first = CLEAR.send(http(url.toURI(), UPGRADE), ofString());
    assertThat(first.version()).as("%s", first.headers()).isEqualTo(HttpClient.Version.HTTP_2);
    var reply = CLEAR.send(http(url.toURI(), path, cookies), ofString());
    assertThat(reply.version()).isEqualTo(HttpClient.Version.HTTP_2);
    return reply;
  }

  private static HttpRequest http(URI base, String path, String... cookies) {
    var request = HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(30));
    for (String cookie : cookies) {
      request.header("Cookie", cookie);
    }
    return request.build();
  }

  private HttpResponse<String> secure(String path, String first, String second) throws Exception {
    int port = Integer.getInteger("test.https.port");
    URI base = URI.create("https://localhost:" + port + url.getPath());
    return SECURE.send(http(base, path, first, second), ofString());
  }

  private static final HttpClient SECURE =
      HttpClient.newBuilder().sslContext(trustingAll()).build();

  private static final HttpClient CLEAR =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();

  private static SSLContext trustingAll() {
    try {
      var context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new TrustingAll()}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The server's certificate is made for the test. */
  private static final class TrustingAll extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
