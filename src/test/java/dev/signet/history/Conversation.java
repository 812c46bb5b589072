package dev.signet.history;

import dev.signet.history.Step.Ending;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A request on a server that is told from outside what to do, one call after the other. */
public final class Conversation {

  private static final int PATIENCE_SECONDS = 20;
  private static final String INTERRUPTED = "interrupted ";

  private static final Map<String, Conversation> OPEN = new ConcurrentHashMap<>();

  private final SynchronousQueue<String> commands = new SynchronousQueue<>();
  private final SynchronousQueue<String> replies = new SynchronousQueue<>();

  /** Returns the conversation with a request; it begins when the first of the two comes. */
  public static Conversation of(String request) {
    return OPEN.computeIfAbsent(request, name -> new Conversation());
  }

  /** Ends the conversation with a request. */
  public static void end(String request) {
    OPEN.remove(request);
  }

  /** Tells the request what to do, and returns how that ended. */
  public String tell(String command) throws InterruptedException {
    if (!commands.offer(command, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("The request does not listen.");
    }
    return patiently(replies.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
  }

  /** Does what it is told, and returns how the request has to end. */
  public String serve(Beans beans) throws InterruptedException {
    var calls = new SessionCalls();
    while (true) {
      String command = patiently(commands.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
      boolean interrupt = command.startsWith(INTERRUPTED);
      String text = interrupt ? command.substring(INTERRUPTED.length()) : command;
      boolean ends = text.startsWith("Answer ");
      String reply = ends ? "OK\n" : call(calls, beans, text, interrupt);
      replies.offer(reply, PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (ends) {
        return Ending.valueOf(text.substring(text.lastIndexOf(' ') + 1)).name();
      }
    }
  }

  private static String call(SessionCalls calls, Beans beans, String text, boolean interrupt) {
    if (interrupt) {
      Thread.currentThread().interrupt();
    }
    String reply;
    try {
      reply = Outcome.OK + "\n" + calls.call(beans, StepText.read(text));
    } catch (RuntimeException e) {
      reply = SessionCalls.outcome(e) + "\n" + e;
    }
    return interrupt && !Thread.interrupted() ? Outcome.OTHER + "\nnot interrupted" : reply;
  }

  private static String patiently(@Nullable String received) {
    if (received == null) {
      throw new IllegalStateException("The other side of the conversation is silent.");
    }
    return received;
  }
}
