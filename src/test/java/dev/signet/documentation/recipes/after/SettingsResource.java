package dev.signet.documentation.recipes.after;

import dev.signet.Session;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jspecify.annotations.Nullable;

/** Keeps settings with one field more. */
@Path("/settings")
public class SettingsResource {

  /** The settings. */
  public record Settings(String theme, @Nullable String font) {

    public Settings {
      font = font == null ? "serif" : font; // absent if the older version wrote the session
    }
  }

  @Inject Session session;

  @GET
  public String settings() {
    Settings settings = session.get("settings", new Settings("light", null));
    return settings.theme() + " " + settings.font();
  }

  @POST
  public String font(String font) {
    Settings settings = session.get("settings", new Settings("light", null));
    session.put("settings", new Settings(settings.theme(), font));
    return settings();
  }
}
