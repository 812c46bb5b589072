package dev.signet.observability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.SessionEvent;
import dev.signet.SessionEvent.LogOutCause;
import dev.signet.SessionEvent.LoggedIn;
import dev.signet.SessionEvent.LoggedOut;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EventLabelsTest {

  @Test
  @DisplayName("N3 K1 the labels of log-ins are their kind and cause, without a name")
  void labels() {
    assertThat(EventLabels.outcome(new LoggedIn())).isEqualTo("logged_in");
    assertThat(EventLabels.reason(new LoggedIn())).isEqualTo("none");
    var out = new LoggedOut(LogOutCause.OTHER_DEVICE);
    assertThat(EventLabels.outcome(out)).isEqualTo("logged_out");
    assertThat(EventLabels.reason(out)).isEqualTo("other_device");
  }

  @Test
  @DisplayName("N3 The page about sessions lists every kind of event, and its label")
  void documented() throws IOException {
    String page = Files.readString(Path.of("src/docs/sessions.md"));
    for (Class<?> kind : SessionEvent.class.getPermittedSubclasses()) {
      String name = kind.getSimpleName();
      String label = name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
      assertThat(page).contains("`" + name + "`", "`" + label + "`");
    }
    assertThat(Arrays.stream(LogOutCause.values()).map(cause -> "| `" + cause + "` |"))
        .allMatch(page::contains);
  }
}
