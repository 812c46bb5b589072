package dev.signet.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.SessionBean;
import dev.signet.core.CookiePersistence;
import dev.signet.core.ExpirationPolicy;
import dev.signet.core.RequestSession;
import dev.signet.core.SessionLifecycle;
import dev.signet.http.SameSite;
import dev.signet.http.SecurePolicy;
import dev.signet.http.SetCookie;
import dev.signet.seal.Seal;
import dev.signet.seal.SessionKey;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The dependent objects of session beans. */
class SessionBeanDependentsTest {

  @ApplicationScoped
  static class Log {
    private final List<String> lines = new ArrayList<>();

    void add(String line) {
      lines.add(line);
    }

    List<String> lines() {
      return List.copyOf(lines);
    }
  }

  /** What a producer opens and a disposer closes, such as an entity manager. */
  record Connection(int number) {}

  @ApplicationScoped
  static class Connections {
    @Inject Log log;
    private int opened;

    @Produces
    Connection open() {
      return new Connection(++opened);
    }

    void close(@Disposes Connection connection) {
      log.add("closed " + connection.number());
    }
  }

  @SessionBean
  static class Basket {
    @Inject Connection connection;
    @Inject Log log;
    private int items;

    int add() {
      log.add("used " + connection.number());
      return ++items;
    }

    @PreDestroy
    void end() {
      log.add("ended");
    }
  }

  private static final SessionKey KEY = new SessionKey("k7Qm2vXw9qTz0bH4rYcE5nLs8dPfJ1gA6uWi3oRt");

  private final SeContainer container =
      SeContainerInitializer.newInstance()
          .disableDiscovery()
          .addExtensions(new SessionExtension())
          .addBeanClasses(
              RequestSessionHolder.class,
              RequestScopeSession.class,
              Log.class,
              Connections.class,
              Basket.class)
          .initialize();

  @AfterEach
  void stop() {
    container.close();
  }

  private static RequestSession session() {
    Seal seal = Seal.signing(List.of(KEY), "session");
    return new SessionLifecycle(
            () -> seal,
            new CookiePersistence(new SecureRandom(), false),
            new SetCookie("session", "/", null, true, SameSite.LAX, false),
            SecurePolicy.AUTO,
            new ExpirationPolicy(Duration.ofDays(1), true, false, null, null, null),
            Clock.systemUTC(),
            event -> {})
        .begin(() -> null, () -> true);
  }

  private void request(Consumer<RequestSession> calls) {
    var controller = container.select(RequestContextController.class).get();
    controller.activate();
    try {
      RequestSession session = session();
      container.select(RequestSessionHolder.class).get().set(session);
      calls.accept(session);
    } finally {
      controller.deactivate();
    }
  }

  private Basket basket() {
    return container.select(Basket.class).get();
  }

  private List<String> log() {
    return container.select(Log.class).get().lines();
  }

  @Test
  @DisplayName("L9 dependent objects are destroyed at the end of the request, without the bean")
  void endOfRequest() {
    for (int i = 0; i < 2; i++) {
      request(session -> assertThat(basket().add() + basket().add()).isEqualTo(3));
    }
    assertThat(log())
        .containsExactly("used 1", "used 1", "closed 1", "used 2", "used 2", "closed 2");
  }

  @Test
  @DisplayName("L9 dependent objects of a bean that ends are destroyed with it, once")
  void endOfBean() {
    request(
        session -> {
          basket().add();
          session.remove("basket");
          assertThat(log()).containsExactly("used 1", "ended", "closed 1");
          basket().add();
        });
    assertThat(log()).containsExactly("used 1", "ended", "closed 1", "used 2", "closed 2");
  }
}
