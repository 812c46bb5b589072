package dev.signet.suite.posts;

import dev.signet.CsrfExempt;
import jakarta.servlet.annotation.WebServlet;

/** A servlet that is not checked. */
@CsrfExempt
@WebServlet("/exempt")
public class HookServlet extends PostServlet {

  private static final long serialVersionUID = 1L;
}
