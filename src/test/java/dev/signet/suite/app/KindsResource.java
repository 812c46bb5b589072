package dev.signet.suite.app;

import dev.signet.Session;
import dev.signet.SessionAttributeException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.GenericType;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Values that come back, and values that would not. */
@RequestScoped
@Path("/kinds")
@Produces(MediaType.TEXT_PLAIN)
public class KindsResource {

  @Inject Session session;

  /** Puts a value that would not come back, and returns what the exception says. */
  @POST
  @Path("/lost")
  public String lost(@QueryParam("kind") String kind) {
    try {
      session.put("lost", value(kind));
      return "accepted";
    } catch (SessionAttributeException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static Object value(String kind) {
    return switch (kind) {
      case "lambda" -> (Supplier<String>) () -> "x";
      case "exception" -> new IllegalStateException("x");
      case "thread" -> Thread.currentThread();
      case "class" -> List.of(String.class);
      case "nan" -> Map.of("a", List.of(Double.NaN));
      case "digits" -> new BigInteger("9".repeat(5000));
      default -> Map.of(new Point(1, 2), "a record as key");
    };
  }

  /** Puts numbers, or changes a neighbour of them without a type, or reads them with one. */
  @POST
  @Path("/numbers")
  public String numbers(@QueryParam("step") String step) {
    if (step.equals("put")) {
      var exact = new BigDecimal("1234567890.12345678901234567890");
      session.put("numbers", new LinkedHashMap<>(Map.of("exact", exact, "other", exact)));
    }
    if (step.equals("change")) {
      session.get("numbers", Map.<String, Object>of()).put("other", 1);
    }
    return "" + session.get("numbers", new GenericType<Map<String, BigDecimal>>() {});
  }

  /** Puts a type that only the application's Jackson module knows, and a set of constants. */
  @POST
  @Path("/known")
  public String known(@QueryParam("put") boolean put) {
    if (put) {
      session.put("money", new Modules.Money(150, "EUR"));
      session.put("days", EnumSet.of(DayOfWeek.MONDAY));
    }
    return session.get("money", Modules.Money.class)
        + " "
        + session.get("days", EnumSet.noneOf(DayOfWeek.class)).contains(DayOfWeek.MONDAY);
  }

  /** A record that is no name in JSON. */
  public record Point(int x, int y) {}
}
