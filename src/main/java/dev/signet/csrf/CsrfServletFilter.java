package dev.signet.csrf;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.CsrfExempt;
import dev.signet.SessionEvent.CsrfFailure;
import dev.signet.config.CsrfConfig.Mode;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Checks requests to servlets and pages, and refuses those that fail. Requests to Jakarta REST are
 * left to the check there, which knows the resource method. Runs behind the filter that begins the
 * session.
 */
public final class CsrfServletFilter implements Filter {

  /** The attribute of a servlet context that has this filter. */
  static final String REGISTERED = CsrfServletFilter.class.getName();

  private final Predicate<HttpServletRequest> isRest;
  private final Map<String, Boolean> exemptServlets = new ConcurrentHashMap<>();

  private @Nullable CsrfCheck check;

  private CsrfServletFilter(Predicate<HttpServletRequest> isRest) {
    this.isRest = isRest;
  }

  /**
   * Registers the filter for all paths.
   *
   * @param context an application that is being started
   * @param isRest whether a request is for a Jakarta REST resource
   */
  public static void register(ServletContext context, Predicate<HttpServletRequest> isRest) {
    FilterRegistration.Dynamic filter =
        context.addFilter("dev.signet.csrf", new CsrfServletFilter(isRest));
    if (filter != null) { // null if the application registered it itself
      filter.setAsyncSupported(true);
      filter.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
    }
    context.setAttribute(REGISTERED, true);
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request instanceof HttpServletRequest http
        && response instanceof HttpServletResponse reply
        && isRefused(http, reply)) {
      return;
    }
    chain.doFilter(request, response);
  }

  private boolean isRefused(HttpServletRequest request, HttpServletResponse response)
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

  private boolean isExempt(HttpServletRequest request) {
    String name = request.getHttpServletMapping().getServletName();
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

  private static void refuse(CsrfRefusal refusal, HttpServletResponse response) throws IOException {
    response.setStatus(HttpServletResponse.SC_FORBIDDEN);
    refusal.headers().forEach(response::setHeader);
    byte[] body = refusal.body();
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
