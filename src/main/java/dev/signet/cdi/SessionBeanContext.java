package dev.signet.cdi;

import dev.signet.SessionBean;
import dev.signet.core.BeanInstance;
import dev.signet.core.CurrentSession;
import dev.signet.core.RequestSession;
import dev.signet.json.BeanState;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.spi.AlterableContext;
import jakarta.enterprise.context.spi.Contextual;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.CDI;
import java.lang.annotation.Annotation;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** The context of {@link SessionBean}: the session of the current request. Thread-safe. */
public final class SessionBeanContext implements AlterableContext {

  private final Map<Contextual<?>, BeanState<?>> states = new ConcurrentHashMap<>();

  /** The bean of the deployment, which is there when the first session bean is called. */
  private volatile @Nullable CurrentSession current;

  /** Creates the context, as containers do for CDI Lite. */
  public SessionBeanContext() {}

  @Override
  public Class<? extends Annotation> getScope() {
    return SessionBean.class;
  }

  /** Returns true: without a request, a call fails with a message that has the reason. */
  @Override
  public boolean isActive() {
    return true;
  }

  @Override
  public <T> @Nullable T get(Contextual<T> bean, @Nullable CreationalContext<T> creation) {
    RequestSession session = session();
    BeanState<T> state = state(bean);
    return creation == null
        ? find(session, bean, state)
        : session.bean(state, () -> create(bean, creation));
  }

  @Override
  public <T> @Nullable T get(Contextual<T> bean) {
    return get(bean, null);
  }

  @Override
  public void destroy(Contextual<?> bean) {
    session().remove(state(bean).name());
  }

  private static <T> @Nullable T find(
      RequestSession session, Contextual<T> bean, BeanState<T> state) {
    T known = session.bean(state);
    return known == null && session.containsKey(state.name())
        ? session.bean(
            state,
            () -> create(bean, CDI.current().getBeanContainer().createCreationalContext(bean)))
        : known;
  }

  /** Its dependent objects end with it, or with the request; it has no callback at that end. */
  private static <T> BeanInstance<T> create(Contextual<T> bean, CreationalContext<T> creation) {
    T object = bean.create(creation);
    var ended = new AtomicBoolean();
    CDI.current()
        .select(RequestSessionHolder.class)
        .get()
        .atEnd(
            () -> {
              if (ended.compareAndSet(false, true)) {
                creation.release();
              }
            });
    return new BeanInstance<>(
        object,
        () -> {
          if (ended.compareAndSet(false, true)) {
            bean.destroy(object, creation);
          }
        });
  }

  private RequestSession session() {
    CurrentSession known = current;
    if (known == null) {
      known = CDI.current().select(CurrentSession.class).get();
      current = known;
    }
    try {
      return known.get();
    } catch (IllegalStateException e) {
      throw new ContextNotActiveException(e.getMessage(), e);
    }
  }

  @SuppressWarnings("unchecked") // the state is that of the bean's class
  private <T> BeanState<T> state(Contextual<T> bean) {
    return (BeanState<T>)
        states.computeIfAbsent(bean, each -> BeanState.of(((Bean<?>) each).getBeanClass()));
  }
}
