package dev.signet.suite;

import dev.signet.suite.guard.GuardApplication;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Guards on the Jakarta REST implementation that is on the class path, in this process. */
@ExtendWith(LoginPageMode.class)
abstract class InProcessGuards implements GuardContract {

  @RegisterExtension
  static final InProcessServer SERVER = new InProcessServer(GuardApplication.class);

  @Override
  public Client client() {
    return SERVER.client();
  }

  @Override
  public String root() {
    return "";
  }
}
