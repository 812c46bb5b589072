package dev.signet.core;

import dev.signet.json.Claims;
import dev.signet.json.RawJson;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The token has everything in it, and the server keeps nothing. */
public final class CookiePersistence implements SessionPersistence {

  @Override
  public boolean travels() {
    return true;
  }

  @Override
  public boolean knows(Claims token) {
    return token.sessionId() == null;
  }

  @Override
  public Origin load(Claims token) {
    return new Origin(token, null);
  }

  @Override
  public Origin keep(
      @Nullable Origin origin,
      Claims now,
      Map<String, @Nullable RawJson> changes,
      boolean renewed) {
    return new Origin(now, null);
  }

  @Override
  public void end(Origin origin) {}
}
