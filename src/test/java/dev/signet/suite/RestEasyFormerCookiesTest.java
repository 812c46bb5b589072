package dev.signet.suite;

import dev.signet.suite.app.SuiteApplication;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Former cookies without servlets. */
@ExtendWith(FormerCookiesMode.class)
class RestEasyFormerCookiesTest implements FormerCookiesContract {

  @RegisterExtension
  static final InProcessServer SERVER = new InProcessServer(SuiteApplication.class);

  @Override
  public Client client() {
    return SERVER.client();
  }

  @Override
  public String path() {
    return "/";
  }
}
