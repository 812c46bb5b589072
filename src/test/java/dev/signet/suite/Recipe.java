package dev.signet.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.documentation.Passwords;
import dev.signet.documentation.RecipeApplication;
import dev.signet.documentation.RecipeResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The recipe for log-ins of the documentation, as an application. */
final class Recipe {

  private Recipe() {}

  static WebArchive war(String name) {
    return TestArchives.library(
            name, "session.logins=memory", "session.secret-key=" + Tokens.SECRET)
        .addClasses(RecipeApplication.class, RecipeResource.class, Passwords.class);
  }

  /** Logs in twice, uses the guarded resources, and logs out everywhere. */
  static void check(Client shop) {
    assertThat(shop.get("shop/orders").status()).isEqualTo(401);
    assertThat(shop.form("shop/login", "name=ada&password=guess").status()).isEqualTo(401);
    String fields = "name=ada&password=secret+of+ada";
    String phone = shop.form("shop/login", fields).pair();
    String desk = shop.form("shop/login", fields).pair();
    assertThat(shop.get("shop/orders", Client.with(desk)).body()).isEqualTo("Orders of ada");
    assertThat(shop.get("shop/devices", Client.with(phone)).body()).isEqualTo("2 devices");
    shop.form("shop/log-out-everywhere", "", Client.with(desk));
    assertThat(shop.get("shop/orders", Client.with(desk)).status()).isEqualTo(401);
    assertThat(shop.get("shop/orders", Client.with(phone)).status()).isEqualTo(401);
  }
}
