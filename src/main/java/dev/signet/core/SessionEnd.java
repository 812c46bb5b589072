package dev.signet.core;

import dev.signet.SessionEvent.DestroyCause;
import org.jspecify.annotations.Nullable;

/** Whether and why a request ends its session. Not thread-safe. */
final class SessionEnd {

  private @Nullable DestroyCause requested;

  /** The session that was deleted, until that is committed. */
  private @Nullable LoadedSession deleted;

  /** Requests the end because all content was removed. */
  void requestByClear() {
    if (requested == null) {
      requested = DestroyCause.EMPTIED;
    }
  }

  /** Requests the end, of the loaded session if there is one. */
  void requestByDelete(LoadedSession session) {
    requested = DestroyCause.DELETED;
    if (deleted == null && session.exists()) {
      deleted = session;
    }
  }

  /** Cancels the request, and returns the session that was deleted; null if there is none. */
  @Nullable LoadedSession cancel() {
    LoadedSession cancelled = deleted;
    requested = null;
    deleted = null;
    return cancelled;
  }

  /** Returns whether the session was deleted or cleared. */
  boolean isRequested() {
    return requested != null;
  }

  /** Returns whether the session was deleted. */
  boolean isDeleted() {
    return requested == DestroyCause.DELETED;
  }

  /** Returns the session that was deleted and has not ended yet; null for none. */
  @Nullable LoadedSession deleted() {
    return deleted;
  }

  /** Records that the deleted session has ended. */
  void markEnded() {
    deleted = null;
  }

  /** Returns why the session ends. */
  DestroyCause cause() {
    return requested == null ? DestroyCause.EMPTIED : requested;
  }
}
