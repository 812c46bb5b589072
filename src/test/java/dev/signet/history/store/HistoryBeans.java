package dev.signet.history.store;

import dev.signet.history.app.ControlResource;
import dev.signet.history.app.FailureMapper;
import dev.signet.history.app.HistoryResource;
import dev.signet.history.app.SessionTime;
import dev.signet.history.app.Tally;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import java.util.List;

/** Adds the beans of this application in-process, where they are not discovered. */
public final class HistoryBeans implements Extension {

  /** The property that adds them: {@code cookie} or {@code store}. */
  public static final String PROPERTY = "histories.application";

  void add(@Observes BeforeBeanDiscovery event) {
    String kind = System.getProperty(PROPERTY, "");
    List<Class<?>> beans =
        switch (kind) {
          case "cookie" ->
              List.of(
                  SessionTime.class,
                  Tally.class,
                  FailureMapper.class,
                  HistoryResource.class,
                  ControlResource.class);
          case "store" ->
              List.of(
                  SessionTime.class,
                  Tally.class,
                  FailureMapper.class,
                  HistoryResource.class,
                  ControlResource.class,
                  ApplicationStore.class);
          default -> List.of();
        };
    beans.forEach(bean -> event.addAnnotatedType(bean, bean.getName()));
  }
}
