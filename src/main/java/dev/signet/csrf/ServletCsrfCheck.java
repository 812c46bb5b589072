package dev.signet.csrf;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.CsrfExempt;
import dev.signet.SessionEvent.CsrfFailure;
import dev.signet.config.CsrfConfig.Mode;
import dev.signet.http.Refusal;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Checks requests to servlets and pages, and refuses those that fail. Requests to Jakarta REST are
 * left to the check there, which knows the resource method. Thread-safe.
 */
public final class ServletCsrfCheck {

  /** The attribute of a servlet context whose requests are checked. */
  static final String COVERED = ServletCsrfCheck.class.getName();

  private final Predicate<HttpServletRequest> isRest;
  private final Map<String, Boolean> exemptServlets = new ConcurrentHashMap<>();

  private @Nullable CsrfCheck check;

  /**
   * Creates the check of an application.
   *
   * @param isRest returns whether a request is checked by Jakarta REST
   */
  public ServletCsrfCheck(Predicate<HttpServletRequest> isRest) {
    this.isRest = isRest;
  }

  /** Records that the requests to an application are checked. */
  public static void cover(ServletContext application) {
    application.setAttribute(COVERED, true);
  }

  /** Returns whether the requests to an application are checked. */
  public static boolean isCovered(ServletContext application) {
    return application.getAttribute(COVERED) != null;
  }

  /** Returns whether a request has to be checked, by its method. */
  public static boolean appliesTo(HttpServletRequest request) {
    return CDI.current().select(CsrfCheck.class).get().appliesTo(request.getMethod());
  }

  /**
   * Returns whether a request is refused. Call this after its session has begun.
   *
   * @param response gets the error response if the request is refused
   */
  public boolean refuses(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    CsrfCheck found = check();
    if (!found.appliesTo(request.getMethod())
        || isRest.test(request)
        || found.isExemptPath(path(request))
        || isExempt(request)) {
      return false;
    }
    var checked = new ServletCheckedRequest(request);
    if (found.mode() == Mode.TOKEN && checked.isForm() && request.getCharacterEncoding() == null) {
      request.setCharacterEncoding(UTF_8.name()); // whether the form is decoded here or later
    }
    CsrfFailure failure = found.check(checked);
    if (failure == null) {
      request.setAttribute(CsrfFilter.ACCEPTED, true);
      return false;
    }
    refuse(CsrfRefusal.of(failure, checked.header("Accept")), response);
    return true;
  }

  private CsrfCheck check() {
    CsrfCheck known = check;
    if (known == null) {
      known = CDI.current().select(CsrfCheck.class).get();
      check = known;
    }
    return known;
  }

  private static String path(HttpServletRequest request) {
    String more = request.getPathInfo();
    return more == null ? request.getServletPath() : request.getServletPath() + more;
  }

  /**
   * Returns the name of the servlet that a request is for; null if it is not known.
   *
   * @param request the request
   */
  public static @Nullable String servletName(HttpServletRequest request) {
    try {
      return request.getHttpServletMapping().getServletName();
    } catch (NullPointerException e) {
      return null; // on Quarkus, for /path if a servlet is mapped to /path/*
    }
  }

  private boolean isExempt(HttpServletRequest request) {
    String name = servletName(request);
    return name != null
        && exemptServlets.computeIfAbsent(
            name, servlet -> isExempt(request.getServletContext(), servlet));
  }

  /** A servlet whose class cannot be found is not exempt. */
  private static boolean isExempt(ServletContext context, String name) {
    ServletRegistration servlet = context.getServletRegistration(name);
    String type = servlet == null ? null : servlet.getClassName();
    if (type == null) {
      return false;
    }
    try {
      return Class.forName(type, false, context.getClassLoader())
          .isAnnotationPresent(CsrfExempt.class);
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  private static void refuse(Refusal refusal, HttpServletResponse response) throws IOException {
    response.resetBuffer(); // Jakarta REST may have served the request without a check
    response.setStatus(HttpServletResponse.SC_FORBIDDEN);
    refusal.headers().forEach(response::setHeader);
    byte[] body = refusal.body();
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
