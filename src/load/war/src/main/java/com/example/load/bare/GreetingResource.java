package com.example.load.bare;

import com.example.load.Content;
import jakarta.inject.Inject;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/**
 * Greets, and does with the plain client of a store the least that a session there takes: one
 * command to read and one to write, under an id in a cookie that nobody signed.
 */
@Path("/")
@Produces("text/plain")
public class GreetingResource {

  @Inject Rows rows;

  @GET
  @Path("begin")
  public Response begin() {
    String id = UUID.randomUUID().toString();
    rows.create(id, Content.fresh());
    return Response.ok(Content.greeting("Grace Hopper"))
        .header("Set-Cookie", "session=" + id + "; Path=/; HttpOnly")
        .build();
  }

  @GET
  @Path("untouched")
  public String untouched() {
    return Content.greeting("Grace Hopper");
  }

  @GET
  @Path("read")
  public String read(@CookieParam("session") String id) {
    return Content.greeting(rows.read(id).get("name"));
  }

  @GET
  @Path("changed")
  public String changed(@CookieParam("session") String id) {
    var row = rows.read(id);
    rows.write(id, row, Integer.parseInt(row.get("count")) + 1);
    return Content.greeting(row.get("name"));
  }

  @GET
  @Path("count")
  public String count(@CookieParam("session") String id) {
    return rows.read(id).get("count");
  }
}
