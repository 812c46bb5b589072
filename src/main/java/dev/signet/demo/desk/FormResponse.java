package dev.signet.demo.desk;

import dev.signet.Session;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * The response to a form: the present state of the desk for the script, or a redirect to the page
 * for a browser without scripts.
 */
@RequestScoped
public class FormResponse {

  private static final String SAID = "Desk-Said";

  @Inject Session session;
  @Inject RequestTrace remark;
  @Inject Page page;

  Response with(Notice said) {
    return with(said, said.text());
  }

  /** Returns the response with a more detailed text. */
  Response with(Notice said, String text) {
    remark.because(said.why());
    return remark.isScript()
        ? Response.ok(page.desk(Visitor.of(session)))
            .header(SAID, URLEncoder.encode(text, StandardCharsets.UTF_8))
            .header("Cache-Control", "no-store")
            .build()
        : backToThePage(said);
  }

  /**
   * Returns the response with a cookie that the demo made. It does not contain the desk, because
   * the next request has another cookie.
   */
  Response planting(Notice said, String setCookie) {
    remark.planted(said.why());
    Response answer =
        remark.isScript()
            ? Response.noContent()
                .header(SAID, URLEncoder.encode(said.text(), StandardCharsets.UTF_8))
                .build()
            : backToThePage(said);
    return Response.fromResponse(answer).header(HttpHeaders.SET_COOKIE, setCookie).build();
  }

  private static Response backToThePage(Notice said) {
    return Response.seeOther(URI.create("?said=" + said.name())).build();
  }
}
