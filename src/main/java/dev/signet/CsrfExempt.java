package dev.signet;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Exempts a resource method, all methods of a resource class, or a servlet from the check of {@code
 * session.csrf}. Use it for requests that do not rely on the browser's cookies, such as those that
 * other servers send with a signature of their own.
 *
 * <p>On a class it applies to subclasses too. It has no effect on an interface, on a method that is
 * overridden without it, and on a sub-resource locator: annotate the method that answers, or its
 * class.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface CsrfExempt {}
