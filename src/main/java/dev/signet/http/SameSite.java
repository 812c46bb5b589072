package dev.signet.http;

/** The {@code SameSite} attribute (RFC 6265bis, 5.6.7). */
public enum SameSite {
  /** Sent only with requests from pages of the same site. */
  STRICT("Strict"),
  /** Also sent when the user follows a link from another site. */
  LAX("Lax"),
  /** Also inside pages of others; browsers ask for {@code Secure} then. */
  NONE("None");

  private final String text;

  SameSite(String text) {
    this.text = text;
  }

  /** Returns the value of the attribute in the header. */
  @Override
  public String toString() {
    return text;
  }
}
