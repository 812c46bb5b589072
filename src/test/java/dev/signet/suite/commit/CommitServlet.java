package dev.signet.suite.commit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.Session;
import dev.signet.SessionManager;
import dev.signet.SessionTooLargeException;
import dev.signet.servlet.ServletSession;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Changes the session, then answers in the way that the path names. */
@WebServlet(urlPatterns = "/servlet/*", asyncSupported = true)
public class CommitServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject transient Session session;
  @Inject transient SessionManager manager;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    if (request.getParameter("action") != null
        && request.getDispatcherType() == DispatcherType.REQUEST) {
      SessionAction.of(request.getParameter("action"), session);
    }
    if (request.getParameter("cache") != null) {
      response.setHeader("Cache-Control", request.getParameter("cache"));
    }
    if (request.getParameter("edge") != null) {
      response.setHeader("CDN-Cache-Control", request.getParameter("edge"));
    }
    String page = "x".repeat(Integer.parseInt(parameter(request, "size", "10")));
    switch (request.getPathInfo()) {
      case "/seed" -> {
        session.put("items", List.of("milk"));
        response.getWriter().print("seeded");
      }
      case "/notice" -> {
        session.flash("notice", "Saved");
        response.sendRedirect(request.getContextPath() + "/" + request.getParameter("page"));
      }
      case "/read" -> response.getWriter().print(SessionAction.describe(session));
      case "/same" -> {
        Session found = ServletSession.of(request);
        found.put("user", "grace");
        response.getWriter().print(session.get("user"));
      }
      case "/manager" -> {
        Session loaded = manager.load(List.of(request.getHeader("Cookie")), request.isSecure());
        loaded.put("user", "ada");
        manager.save(loaded).ifPresent(cookie -> response.addHeader("Set-Cookie", cookie));
        response.getWriter().print(session.get("user"));
      }
      case "/writer" -> response.getWriter().print(page);
      case "/stream" -> response.getOutputStream().write(page.getBytes(UTF_8));
      case "/bytes" -> {
        for (int i = 0; i < page.length(); i++) {
          response.getOutputStream().write('x');
        }
      }
      case "/flush" -> {
        response.flushBuffer();
        response.getWriter().print(page);
      }
      case "/writer-flush" -> {
        response.getWriter().flush();
        response.getWriter().print(page);
      }
      case "/writer-close" -> {
        response.getWriter().print(page);
        response.getWriter().close();
      }
      case "/printf" -> response.getWriter().printf("%s", page);
      case "/append" -> response.getWriter().append(page).append('x');
      case "/buffer-size" -> {
        response.setBufferSize(64 * 1024);
        response.getWriter().print(page);
      }
      case "/reset-buffer" -> {
        response.getWriter().print("gone");
        response.resetBuffer();
        response.getWriter().print(page);
      }
      case "/length-long" -> {
        response.setContentLengthLong(page.length());
        response.getWriter().print(page);
      }
      case "/length-header" -> {
        response.setHeader("content-length", String.valueOf(page.length()));
        response.getOutputStream().print(page);
      }
      case "/trailer" -> {
        response.setTrailerFields(() -> Map.of("Checked", "yes"));
        response.getWriter().print(page);
      }
      case "/write-listener" -> {
        AsyncContext async = request.startAsync();
        response.getOutputStream().setWriteListener(new PageWriter(page, async));
      }
      case "/included-error" ->
          request.getRequestDispatcher("/forbidden.jsp").include(request, response);
      case "/async-servlet" -> request.startAsync().dispatch("/servlet/writer");
      case "/length" -> {
        response.setContentLength(page.length());
        response.getWriter().print(page);
      }
      case "/reset" -> {
        response.getWriter().print("gone");
        response.reset();
        response.getWriter().print(page);
      }
      case "/cookies", "/cookies-after-save" -> {
        if (request.getPathInfo().endsWith("save")) {
          manager.save(session).ifPresent(cookie -> response.addHeader("Set-Cookie", cookie));
        }
        response.addHeader("Set-Cookie", "session=mine; Path=/elsewhere");
        response.addHeader("Set-Cookie", "session=mine; Path=/");
        response.addHeader("Set-Cookie", "theme=dark");
        response.getWriter().print(page);
      }
      case "/reset-charset" -> {
        response.setContentType("text/plain;charset=ISO-8859-1");
        response.getWriter().print("gone");
        response.reset();
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().print("\u20ac");
      }
      case "/too-large" -> {
        List<Object> large = new ArrayList<>();
        session.put("large", large);
        large.add("x".repeat(5000));
        try {
          manager.save(session);
        } catch (SessionTooLargeException e) {
          response.getWriter().print("too large");
        }
      }
      case "/redirect" -> response.sendRedirect("read");
      case "/error" -> response.sendError(403);
      case "/not-modified" -> response.setStatus(304);
      case "/forward" -> request.getRequestDispatcher("/page.jsp").forward(request, response);
      case "/include" -> {
        request.getRequestDispatcher("/page.jsp").include(request, response);
        response.getWriter().print("included");
      }
      case "/async" -> {
        AsyncContext async = request.startAsync();
        async.start(
            () -> {
              try {
                async.getResponse().getWriter().print(page);
              } catch (IOException e) {
                throw new IllegalStateException(e);
              } finally {
                async.complete();
              }
            });
      }
      case "/async-dispatch" -> {
        if (request.getAttribute("dispatched") == null) {
          request.setAttribute("dispatched", true);
          request.startAsync().dispatch("/page.jsp");
        }
      }
      case "/outcome" ->
          response.getWriter().print(getServletContext().getAttribute(LateListener.OUTCOME));
      case "/fail" -> throw new ServletException("expected");
      case "/late" -> {
        response.flushBuffer();
        try {
          session.put("user", "late");
          response.getWriter().print("no exception");
        } catch (IllegalStateException e) {
          response.getWriter().print(e.getMessage());
        }
      }
      default -> response.sendError(404);
    }
  }

  private static String parameter(HttpServletRequest request, String name, String absent) {
    String value = request.getParameter(name);
    return value == null ? absent : value;
  }
}
