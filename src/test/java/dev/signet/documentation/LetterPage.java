package dev.signet.documentation;

import dev.signet.CsrfToken;
import jakarta.inject.Inject;

/** A form with its token, as in the page on CSRF protection. */
class LetterPage {

  @Inject CsrfToken token;

  String field() {
    return "<input type=\"hidden\" name=\"csrf_token\" value=\"" + token.value() + "\">";
  }
}
