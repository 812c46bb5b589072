package dev.signet.suite;

import dev.signet.suite.forms.FormsApplication;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Forms on the Jakarta REST implementation that is on the class path, in this process. */
@ExtendWith(TokenMode.class)
abstract class InProcessForms implements FormsContract {

  @RegisterExtension
  static final InProcessServer SERVER = new InProcessServer(FormsApplication.class);

  @Override
  public Client client() {
    return SERVER.client();
  }
}
