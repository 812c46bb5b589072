package dev.signet;

import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a {@link java.time.Clock} that Signet takes the time from, instead of the system's: for
 * tests of what becomes of a session after days. It is asked for once, at deployment, so its scope
 * should be that of the application; the log says that it is used.
 *
 * <pre>{@code
 * @Produces @SessionClock static final SettableClock CLOCK = new SettableClock();
 * }</pre>
 *
 * <p>A clock without this mark is left to the application, which may stop it for purposes of its
 * own without keeping sessions alive. Redis and databases have a time of their own.
 */
@Qualifier
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
public @interface SessionClock {}
