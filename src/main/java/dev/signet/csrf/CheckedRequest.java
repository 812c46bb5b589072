package dev.signet.csrf;

import dev.signet.http.WebOrigin;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A request that is checked, of Jakarta REST or of a servlet. */
interface CheckedRequest {

  /** Returns the value of a header; several fields are joined with commas. Null if absent. */
  @Nullable String header(String name);

  /** Returns the origin of this application as the server sees it; null if unknown. */
  @Nullable WebOrigin ownOrigin();

  /** Returns the first value of a field of the form in the body; null if absent. */
  @Nullable String formField(String name) throws IOException;
}
