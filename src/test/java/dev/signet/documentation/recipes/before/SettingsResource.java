package dev.signet.documentation.recipes.before;

import dev.signet.Session;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Keeps settings with one field. */
@Path("/settings")
public class SettingsResource {

  /** The settings. */
  public record Settings(String theme) {}

  @Inject Session session;

  @POST
  public String theme(String theme) {
    session.put("settings", new Settings(theme));
    return theme;
  }
}
