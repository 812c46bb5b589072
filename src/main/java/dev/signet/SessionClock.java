package dev.signet;

import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Qualifies the {@link java.time.Clock} bean that Signet uses instead of the system clock, such as
 * in tests that let a session expire. The bean is looked up once, at deployment, so make it
 * application-scoped. A log message at level info confirms that it is used.
 *
 * <pre>{@code
 * @Produces @SessionClock static final SettableClock CLOCK = new SettableClock();
 * }</pre>
 *
 * <p>A {@code Clock} bean without this qualifier has no effect on sessions, so that an application
 * can stop its own clock without keeping sessions alive. Redis and databases use their own time.
 */
@Qualifier
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
public @interface SessionClock {}
