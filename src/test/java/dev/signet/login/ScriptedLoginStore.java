package dev.signet.login;

import dev.signet.spi.EndedLogins;
import dev.signet.spi.LoginRecord;
import dev.signet.spi.LoginStore;
import dev.signet.spi.LoginUse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A store that answers as a test says, and records its calls. */
final class ScriptedLoginStore implements LoginStore {

  /** The cursors of the questions for ended log-ins, {@code null} as text. */
  final List<String> cursors = new CopyOnWriteArrayList<>();

  final List<LoginUse> uses = new CopyOnWriteArrayList<>();
  final List<Instant> remembered = new CopyOnWriteArrayList<>();
  final List<LoginRecord> logins = new ArrayList<>();
  final Set<String> ended = ConcurrentHashMap.newKeySet();
  volatile EndedLogins answer = new EndedLogins(Map.of(), 0, "0");
  volatile boolean isDown;

  /** Closed while a question for ended log-ins has to wait. */
  volatile CountDownLatch gate = new CountDownLatch(0);

  @Override
  public void add(LoginRecord login) {
    logins.add(login);
  }

  @Override
  public List<LoginRecord> find(String name) {
    return List.copyOf(logins);
  }

  @Override
  public void use(Collection<LoginUse> used) {
    if (isDown) {
      throw new IllegalStateException("The registry is switched off.");
    }
    uses.addAll(used);
  }

  @Override
  public void end(Collection<String> ids, Instant rememberUntil) {
    ended.addAll(ids);
    remembered.add(rememberUntil);
  }

  @Override
  public void endEveryone() {
    logins.clear();
  }

  @Override
  public boolean isEnded(String id) {
    return ended.contains(id);
  }

  @Override
  public EndedLogins endedSince(@Nullable String cursor) {
    cursors.add(String.valueOf(cursor));
    while (gate.getCount() > 0) {
      Thread.onSpinWait();
    }
    if (isDown) {
      throw new IllegalStateException("The registry is switched off.");
    }
    return answer;
  }
}
