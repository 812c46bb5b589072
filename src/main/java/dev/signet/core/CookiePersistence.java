package dev.signet.core;

import dev.signet.json.Claims;
import dev.signet.json.RawJson;
import dev.signet.seal.Base64Url;
import java.security.SecureRandom;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps the attributes in the token; the server keeps nothing. */
public final class CookiePersistence implements SessionPersistence {

  private static final int ID_BYTES = 12;

  private final SecureRandom random;
  private final boolean needsId;

  /**
   * @param random generates ids
   * @param needsId whether every token carries the id of its session, not only one that was renewed
   */
  public CookiePersistence(SecureRandom random, boolean needsId) {
    this.random = random;
    this.needsId = needsId;
  }

  @Override
  public @Nullable SizeLimit sizeLimit() {
    return null;
  }

  @Override
  public boolean writesAtOnce() {
    return false;
  }

  @Override
  public boolean needsId() {
    return needsId;
  }

  @Override
  public String newId(LoadedSession replaced) {
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    return Base64Url.encodeToString(id);
  }

  @Override
  public boolean accepts(Claims token) {
    return token.sessionId() == null;
  }

  @Override
  public LoadedSession load(Claims claims, String token, boolean needsReseal, long now) {
    return new LoadedSession(claims, null, token, true, needsReseal, null, now);
  }

  @Override
  public LoadedSession save(
      LoadedSession base, Claims claims, Map<String, @Nullable RawJson> changes) {
    return LoadedSession.saved(claims, null);
  }

  @Override
  public boolean delete(LoadedSession session) {
    return true;
  }

  @Override
  public boolean wasRenewed(Claims token) {
    return false; // the token itself holds the session
  }
}
