package dev.signet.store.redis;

import static dev.signet.store.redis.Sessions.id;
import static dev.signet.store.redis.Sessions.session;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signet.FreePort;
import dev.signet.SessionStoreException;
import dev.signet.spi.SessionId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server with a self-signed certificate for localhost, which requires one of its clients. */
class RedisTlsTest {

  private static final String PASSWORD = "password";

  private static RealRedis redis;
  private static int port;
  private static SSLContext trusting;
  private static SSLContext withoutKey;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException, GeneralSecurityException {
    Path store = folder.resolve("server.p12");
    keytool(store);
    KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
    trusting = context(keys, true);
    withoutKey = context(keys, false);
    byte[] key = keys.getKey("redis", PASSWORD.toCharArray()).getEncoded();
    Path certificate = pem(folder, "CERTIFICATE", keys.getCertificate("redis").getEncoded());
    Path secret = pem(folder, "PRIVATE KEY", key);
    port = FreePort.find();
    redis =
        new RealRedis(
            folder,
            "--tls-port",
            String.valueOf(port),
            "--tls-cert-file",
            certificate.toString(),
            "--tls-key-file",
            secret.toString(),
            "--tls-ca-cert-file",
            certificate.toString(),
            "--tls-auth-clients",
            "yes");
  }

  private static SSLContext context(KeyStore store, boolean withKey)
      throws GeneralSecurityException {
    var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trusted.init(store);
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(withKey ? keys.getKeyManagers() : null, trusted.getTrustManagers(), null);
    return context;
  }

  private static void keytool(Path store) throws IOException {
    String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    List<String> command = new ArrayList<>(List.of(tool, "-genkeypair", "-keyalg", "EC"));
    command.addAll(List.of("-alias", "redis", "-keystore", store.toString()));
    command.addAll(List.of("-storepass", PASSWORD, "-storetype", "PKCS12"));
    command.addAll(List.of("-dname", "CN=localhost", "-ext", "san=dns:localhost"));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), US_ASCII);
    assertThat(process.onExit().join().exitValue()).as(said).isZero();
  }

  private static Path pem(Path folder, String kind, byte[] content) throws IOException {
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    String text = "-----BEGIN %s-----%n%s%n-----END %s-----%n".formatted(kind, base64, kind);
    return Files.writeString(folder.resolve(kind + ".pem"), text);
  }

  @AfterAll
  static void stop() {
    redis.close();
  }

  private static RedisStore store(String host, @Nullable SSLContext certificates) {
    String uri = "rediss://" + host + ":" + port;
    return new RedisStore(uri, RedisStore.KEY_PREFIX, 2, Duration.ofSeconds(10), certificates);
  }

  @Test
  @DisplayName("T2 Sessions travel over TLS")
  void encrypted() {
    SessionId id = id();
    try (var store = store("localhost", trusting)) {
      store.create(id, session(Map.of("a", "1")));
      assertThat(store.load(id)).contains(session(Map.of("a", "1")));
    }
  }

  @Test
  @DisplayName("K1 A server with an unknown certificate or another host name receives nothing")
  void notTrusted() {
    try (var unknown = store("localhost", null);
        var otherHost = store("127.0.0.1", trusting);
        var console = redis.console()) {
      console.flushAll();
      for (RedisStore store : List.of(unknown, otherHost)) {
        assertThatExceptionOfType(SessionStoreException.class)
            .isThrownBy(() -> store.create(id(), session(Map.of())))
            .withMessageContaining("SSLHandshakeException. The port must speak TLS");
      }
      assertThat(console.dbSize()).isZero();
    }
  }

  @Test
  @DisplayName(
      "T10 The JVM's default SSL context holds the trusted CA and the client's certificate")
  void defaultContext() throws GeneralSecurityException {
    SSLContext before = SSLContext.getDefault();
    SessionId id = id();
    SSLContext.setDefault(trusting);
    try (var store = store("localhost", null)) {
      store.create(id, session(Map.of("a", "1")));
      assertThat(store.load(id)).isPresent();
    } finally {
      SSLContext.setDefault(before);
    }
  }

  @Test
  @DisplayName("T10 T12 A client without a certificate is told that the server requires one")
  void clientCertificate() {
    try (var store = store("localhost", withoutKey)) {
      assertThatExceptionOfType(SessionStoreException.class)
          .isThrownBy(() -> store.load(id()))
          .withMessageContaining("the server must trust the JVM's certificate");
    }
  }

  @Test
  @DisplayName("T12 A port without TLS is named, and so is one with TLS that is addressed without")
  void wrongProtocol() {
    try (var plain = new RedisStore("redis://localhost:" + port);
        var encrypted = new RedisStore("rediss://localhost:" + redis.port())) {
      assertThatExceptionOfType(SessionStoreException.class)
          .isThrownBy(() -> plain.load(id()))
          .withMessageContaining("a port that speaks TLS needs rediss");
      assertThatExceptionOfType(SessionStoreException.class)
          .isThrownBy(() -> encrypted.load(id()))
          .withMessageContaining("whether the port speaks TLS");
    }
  }
}
