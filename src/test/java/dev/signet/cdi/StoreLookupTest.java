package dev.signet.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.signet.spi.LoginStore;
import dev.signet.spi.SessionStore;
import dev.signet.store.memory.MemoryLoginStore;
import dev.signet.store.memory.MemoryStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.time.Clock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The stores that an application provides as beans. */
class StoreLookupTest {

  static class Sessions {
    @Produces
    @ApplicationScoped
    SessionStore sessions() {
      return new MemoryStore(10, Clock.systemUTC());
    }
  }

  static class MoreSessions {
    @Produces
    @ApplicationScoped
    SessionStore more() {
      return new MemoryStore(10, Clock.systemUTC());
    }
  }

  static class SessionsOfRequest {
    @Produces
    @RequestScoped
    SessionStore sessions() {
      return new MemoryStore(10, Clock.systemUTC());
    }
  }

  static class Logins {
    @Produces
    @ApplicationScoped
    LoginStore logins() {
      return new MemoryLoginStore(10, Clock.systemUTC());
    }
  }

  static class MoreLogins {
    @Produces
    @ApplicationScoped
    LoginStore more() {
      return new MemoryLoginStore(10, Clock.systemUTC());
    }
  }

  static class LoginsOfRequest {
    @Produces
    @RequestScoped
    LoginStore logins() {
      return new MemoryLoginStore(10, Clock.systemUTC());
    }
  }

  private static String deployed(Class<?>... beans) {
    Throwable failure =
        catchThrowable(
            () ->
                SeContainerInitializer.newInstance()
                    .disableDiscovery()
                    .addExtensions(new SessionExtension())
                    .addBeanClasses(beans)
                    .initialize()
                    .close());
    return failure == null ? "" : String.valueOf(failure.getMessage());
  }

  @Test
  @DisplayName("C25 several stores of one type are a fault at deployment")
  void several() {
    assertThat(deployed(Sessions.class, MoreSessions.class))
        .contains("The application has 2 beans of type SessionStore; there can be only one.");
    assertThat(deployed(Logins.class, MoreLogins.class))
        .contains("The application has 2 beans of type LoginStore; there can be only one.");
  }

  @Test
  @DisplayName("C25 a store that is not application-scoped is a fault at deployment")
  void scope() {
    assertThat(deployed(SessionsOfRequest.class))
        .contains("The SessionStore ", "is @RequestScoped", "Make it @ApplicationScoped.");
    assertThat(deployed(LoginsOfRequest.class))
        .contains("The LoginStore ", "is @RequestScoped", "Make it @ApplicationScoped.");
  }

  @Test
  @DisplayName("C25 one application-scoped store of each type deploys")
  void withoutFault() {
    assertThat(deployed(Sessions.class, Logins.class)).isEmpty();
  }
}
