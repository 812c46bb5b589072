package dev.signet;

import jakarta.enterprise.context.NormalScope;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A scope whose beans are kept in the {@link Session}, each in an attribute of its own.
 *
 * <pre>{@code
 * @SessionBean
 * public class Cart {
 *   private final List<String> items = new ArrayList<>();
 *
 *   public void add(String item) {
 *     items.add(item);
 *   }
 * }
 * }</pre>
 *
 * <p>Inject it with {@code @Inject Cart cart}. The state of the bean is read from its attribute at
 * the first call in a request, and written with the session if it changed. A bean that is not
 * called does not access the session.
 *
 * <p>The state is the fields of the class and its superclasses, written as JSON by Jackson, without
 * accessors. Static, transient and injected fields are left out. A field that has a value of
 * another bean must be transient, unless it is injected.
 *
 * <p>Each request has an object of its own: it is constructed and injected, {@code @PostConstruct}
 * is called, and then the fields get the state from the session. A bean whose state equals that of
 * a newly constructed object, and that was never written, is not written either. The bean ends with
 * the session and when its attribute is removed; {@code @PreDestroy} is called if the bean was
 * called in the request that ends it.
 *
 * <p>The class must have a no-argument constructor that is not private, and must not be final, a
 * record or abstract; faults are reported at deployment. Without a request, a call throws {@link
 * jakarta.enterprise.context.ContextNotActiveException}.
 */
@Documented
@NormalScope
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface SessionBean {

  /**
   * Returns the name of the attribute. The default is the simple name of the class with its first
   * letter in lower case, such as {@code cart}. With an explicit name, sessions keep the bean if
   * the class is renamed.
   */
  String value() default "";
}
