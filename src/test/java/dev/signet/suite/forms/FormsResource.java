package dev.signet.suite.forms;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.signet.CsrfToken;
import dev.signet.Session;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.TreeMap;

/** Returns what it read from a form. */
@RequestScoped
@Path("/forms")
@Produces("text/plain;charset=UTF-8")
public class FormsResource {

  @Inject Session session;
  @Inject CsrfToken token;

  @GET
  public String token() {
    session.put("user", "Ada");
    return token.value();
  }

  @POST
  @Path("param")
  public String param(@FormParam("v") String value, @FormParam("w") String other) {
    return value + " " + other;
  }

  @POST
  @Path("map")
  public String map(MultivaluedMap<String, String> form) {
    var fields = new TreeMap<>(form);
    fields.remove(CsrfToken.FIELD);
    return fields.toString();
  }

  @POST
  @Path("form")
  public String form(Form form) {
    return map(form.asMap());
  }

  @PUT
  @Path("map")
  public String put(MultivaluedMap<String, String> form) {
    return map(form);
  }

  @PATCH
  @Path("map")
  public String patch(MultivaluedMap<String, String> form) {
    return map(form);
  }

  @POST
  @Path("text")
  public String text(String body) {
    return body;
  }

  @POST
  @Path("bytes")
  public String bytes(byte[] body) {
    return new String(body, ISO_8859_1);
  }

  /** Reads byte by byte, and asks before each one. */
  @POST
  @Path("stream")
  public String stream(InputStream body) throws IOException {
    var read = new ByteArrayOutputStream();
    int next = body.read();
    while (next >= 0) {
      read.write(next);
      if (body.available() < 0) {
        throw new IOException("a negative number of bytes");
      }
      next = body.read();
    }
    return read.toString(ISO_8859_1);
  }
}
