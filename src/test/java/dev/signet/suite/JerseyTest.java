package dev.signet.suite;

import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The suite on Jersey, which expects CDI to be there. */
@ExtendWith(JerseyTest.Weld.class)
class JerseyTest extends InProcessSuite {

  private static final String NO_SUSPEND = "Jersey on the JDK's server cannot suspend a response.";

  @ParameterizedTest
  @ValueSource(strings = {"async/stage", "async/resume"})
  @Override
  public void asynchronousResource(String path) {
    Assumptions.abort(NO_SUSPEND);
  }

  @Test
  @Override
  public void serverSentEvents() {
    Assumptions.abort(NO_SUSPEND);
  }

  /** Starts CDI before the server and stops it behind. */
  static final class Weld implements BeforeAllCallback, AfterAllCallback {

    private static final ExtensionContext.Namespace HERE =
        ExtensionContext.Namespace.create(Weld.class);

    @Override
    public void beforeAll(ExtensionContext context) {
      context
          .getStore(HERE)
          .put(SeContainer.class, SeContainerInitializer.newInstance().initialize());
    }

    @Override
    public void afterAll(ExtensionContext context) {
      context.getStore(HERE).remove(SeContainer.class, SeContainer.class).close();
    }
  }
}
