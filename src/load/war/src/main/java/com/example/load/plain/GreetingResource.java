package com.example.load.plain;

import com.example.load.Content;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** Greets, and knows of no session. */
@Path("/")
@Produces("text/plain")
public class GreetingResource {

  @GET
  @Path("untouched")
  public String untouched() {
    return Content.greeting("Grace Hopper");
  }
}
