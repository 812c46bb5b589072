package com.example.load.httpsession;

import com.example.load.Content;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;

/** Greets, and does each thing with the server's own session that a request may do. */
@Path("/")
@Produces("text/plain")
public class GreetingResource {

  @Context HttpServletRequest request;

  @GET
  @Path("begin")
  public String begin() {
    HttpSession session = request.getSession();
    Content.fresh().forEach(session::setAttribute);
    return Content.greeting(session.getAttribute("name"));
  }

  @GET
  @Path("untouched")
  public String untouched() {
    return Content.greeting("Grace Hopper");
  }

  @GET
  @Path("read")
  public String read() {
    return Content.greeting(request.getSession().getAttribute("name"));
  }

  @GET
  @Path("changed")
  public String changed() {
    HttpSession session = request.getSession();
    session.setAttribute("count", (Integer) session.getAttribute("count") + 1);
    return Content.greeting(session.getAttribute("name"));
  }

  @GET
  @Path("count")
  public int count() {
    return (Integer) request.getSession().getAttribute("count");
  }
}
