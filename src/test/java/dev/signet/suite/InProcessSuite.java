package dev.signet.suite;

import dev.signet.logging.TestLog;
import dev.signet.suite.app.SuiteApplication;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The suite on the Jakarta REST implementation that is on the class path, in this process. */
abstract class InProcessSuite
    implements WritingContract,
        AcceptingContract,
        HttpContract,
        LoginContract,
        FlashContract,
        BeanContract {

  @RegisterExtension
  static final InProcessServer SERVER = new InProcessServer(SuiteApplication.class);

  @Override
  public Client client() {
    return SERVER.client();
  }

  @Override
  public String log() {
    return TestLog.installed().text();
  }
}
