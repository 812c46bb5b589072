package dev.signet.core;

import dev.signet.json.RawJson;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The action that the changes of a request require. */
enum SessionStatus {
  /** The session has no changes, or they were discarded. */
  UNMODIFIED,
  /** The session has to be written. */
  MODIFIED,
  /** The session lost its last attribute, and other requests may have put some into its store. */
  EMPTIED,
  /** The session was deleted or cleared, and nothing was put into it afterwards. */
  ENDED;

  /**
   * Returns the action.
   *
   * @param texts the current attributes
   * @param changed the attributes that changed; null for each that was removed
   * @param stored whether the session is in a store
   */
  static SessionStatus of(
      SessionChanges changes,
      Map<String, RawJson> texts,
      Map<String, @Nullable RawJson> changed,
      boolean stored) {
    if (changes.isDiscarded()) {
      return UNMODIFIED;
    }
    boolean modified =
        changes.isSaveRequested()
            || changes.isRenewRequested()
            || !changed.isEmpty()
            || changes.login().isModified();
    if (!changes.isEmpty(texts)) {
      return modified || changes.end().deleted() != null ? MODIFIED : UNMODIFIED;
    }
    if (changes.end().isDeleted()) {
      return ENDED;
    }
    if (!changes.base().exists()) {
      return UNMODIFIED;
    }
    if (changes.end().isRequested()) {
      return ENDED; // also if a stored session was kept empty before
    }
    if (!modified) {
      return UNMODIFIED;
    }
    return stored ? EMPTIED : ENDED;
  }
}
