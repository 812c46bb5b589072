package com.example.load.filters;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

/** Adds headers as long as those of a session, which are the same in each response. */
@Provider
@PreMatching
public class HeaderFilter implements ContainerRequestFilter, ContainerResponseFilter {

  private static final String COOKIE =
      "session=" + "x".repeat(441) + "; Path=/; HttpOnly; SameSite=Lax";

  @Override
  public void filter(ContainerRequestContext request) {
    request.setProperty("filtered", true);
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    String path = request.getUriInfo().getPath();
    if (!path.endsWith("untouched")) {
      response.getHeaders().putSingle("Vary", "Cookie");
    }
    if (path.endsWith("changed")) {
      response.getHeaders().add("Set-Cookie", COOKIE);
      response.getHeaders().putSingle("Cache-Control", "no-cache=\"Set-Cookie\"");
    }
  }
}
