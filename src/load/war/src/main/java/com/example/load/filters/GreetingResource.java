package com.example.load.filters;

import com.example.load.Content;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** Greets, and knows of no session; filters add the headers that a session would have. */
@Path("/")
@Produces("text/plain")
public class GreetingResource {

  @GET
  @Path("untouched")
  public String untouched() {
    return Content.greeting("Grace Hopper");
  }

  @GET
  @Path("read")
  public String read() {
    return Content.greeting("Grace Hopper");
  }

  @GET
  @Path("changed")
  public String changed() {
    return Content.greeting("Grace Hopper");
  }
}
