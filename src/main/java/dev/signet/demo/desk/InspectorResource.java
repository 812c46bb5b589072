package dev.signet.demo.desk;

import dev.signet.Session;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * Shows the decoded cookie of the request, as anyone who has the cookie can. This is the only
 * resource that passes the cookie to a script; an application should not have one.
 */
@Path("/desk/cookie")
public class InspectorResource {

  private static final int LIMIT = 4096;
  private static final int PARTS_OF_A_SIGNED_TOKEN = 3;

  @Inject Session session;
  @Inject RequestTrace remark;
  @Inject SessionCookie cookie;
  @Context HttpHeaders headers;

  /** Returns the parts of the cookie, its size, and the result of its verification. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Response look() {
    var sent = headers.getCookies().get(cookie.name());
    String token = sent == null ? "" : sent.getValue();
    boolean accepted = !session.isNew();
    JsonObject cookieAsJson =
        Json.createObjectBuilder()
            .add("name", cookie.name())
            .add("size", token.isEmpty() ? 0 : cookie.name().length() + 1 + token.length())
            .add("limit", LIMIT)
            .add("accepted", accepted)
            .add("refused", remark.refused() == null ? "" : String.valueOf(remark.refused()))
            .add("now", Instant.now().getEpochSecond())
            .add("started", accepted ? session.createdAt().getEpochSecond() : 0)
            .add("expires", session.expiresAt().map(Instant::getEpochSecond).orElse(0L))
            .add("parts", Json.createArrayBuilder(parts(token)))
            .add("decoded", Json.createArrayBuilder(decoded(token)))
            .build();
    return Response.ok(cookieAsJson.toString()).header("Cache-Control", "no-store").build();
  }

  private static List<String> parts(String token) {
    return token.isEmpty() ? List.of() : Arrays.asList(token.split("\\.", -1));
  }

  /** Returns the header and claims of a signed token as text, or the header of an encrypted one. */
  private static List<String> decoded(String token) {
    List<String> parts = parts(token);
    int readable = parts.size() == PARTS_OF_A_SIGNED_TOKEN ? 2 : Math.min(1, parts.size());
    return parts.subList(0, readable).stream().map(InspectorResource::text).toList();
  }

  private static String text(String part) {
    try {
      return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
