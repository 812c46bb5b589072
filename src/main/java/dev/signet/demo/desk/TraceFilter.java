package dev.signet.demo.desk;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Adds a summary of each response, without the cookie's value: in a header for the script, and in
 * {@code Server-Timing}, the only header of a page that its own script can read.
 */
@Provider
@ApplicationScoped
@Priority(50) // Signet's response filter is at 100; higher numbers run first
public class TraceFilter implements ContainerRequestFilter, ContainerResponseFilter {

  private static final String TRACE = "Session-Trace";

  @Inject RequestTrace remark;
  @Inject SessionCookie cookie;

  @Override
  public void filter(ContainerRequestContext request) {
    remark.script(request.getHeaderString("Desk-Script") != null);
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    List<Object> cookies = response.getHeaders().getOrDefault(HttpHeaders.SET_COOKIE, List.of());
    Optional<String> set =
        cookies.stream().map(String::valueOf).filter(cookie::isNamed).reduce((one, two) -> two);
    String trace =
        Json.createObjectBuilder()
            .add("did", set.map(this::wrote).orElseGet(() -> read(response)))
            .add("bytes", set.map(String::length).orElse(0))
            .add("attributes", set.map(text -> text.replaceFirst("^[^;]*;? ?", "")).orElse(""))
            .add("refused", remark.refused() == null ? "" : String.valueOf(remark.refused()))
            .add("why", remark.why())
            .build()
            .toString();
    response.getHeaders().putSingle(TRACE, trace);
    response
        .getHeaders()
        .putSingle(
            "Server-Timing",
            TRACE + ";desc=\"" + URLEncoder.encode(trace, StandardCharsets.UTF_8) + "\"");
  }

  private String wrote(String setCookie) {
    return remark.isPlanted()
        ? "planted"
        : setCookie.contains("; Max-Age=0;") ? "expired" : "wrote";
  }

  /** Signet sends {@code Vary: Cookie} exactly if the session was used. */
  private static String read(ContainerResponseContext response) {
    String vary = response.getHeaderString(HttpHeaders.VARY);
    return vary != null && vary.contains(HttpHeaders.COOKIE) ? "read" : "nothing";
  }
}
