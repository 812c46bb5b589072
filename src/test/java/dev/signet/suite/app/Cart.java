package dev.signet.suite.app;

import dev.signet.Session;
import dev.signet.SessionBean;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** A session bean with everything that a bean may have. */
@SessionBean
public class Cart {

  private final List<String> items = new ArrayList<>();
  private transient int calls;
  @Inject private Trace trace;
  @Inject private Session session;

  /** An item that is put into the cart by an event. */
  record Added(String item) {}

  @PostConstruct
  void constructed() {
    trace.add("constructed");
  }

  @PreDestroy
  void destroyed() {
    trace.add("destroyed with " + items);
  }

  void observe(@Observes Added event) {
    add(event.item());
  }

  public void add(String item) {
    calls++;
    items.add(item);
  }

  @Traced
  public void addTraced(String item) {
    add(item);
  }

  public List<String> getItems() {
    return items;
  }

  /** Returns how often something was added in this request, and the size of the session. */
  public String getState() {
    return calls + " calls, " + session.size() + " attributes";
  }
}
