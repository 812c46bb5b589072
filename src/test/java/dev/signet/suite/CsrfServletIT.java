package dev.signet.suite;

import java.net.URI;
import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Requests to servlets and pages that another site made the browser send, on Open Liberty. */
@ArquillianTest
@RunAsClient
class CsrfServletIT implements ServletCsrfContract {

  @ArquillianResource URL url;

  @Deployment
  static WebArchive posts() {
    return ServletCsrfContract.application();
  }

  @Override
  public Client client() {
    return new Client(URI.create(url.toString()));
  }

  @Override
  public String log() {
    return ServerLog.read("messages.log");
  }
}
