package dev.signet.suite.kit;

import dev.signet.Session;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.context.ThreadContext;

/** Works on other threads. */
@Path("/kit/executors")
public class ExecutorResource {

  private static final ManagedExecutor EXECUTOR =
      ManagedExecutor.builder()
          .propagated(ThreadContext.CDI, ThreadContext.APPLICATION)
          .cleared(ThreadContext.ALL_REMAINING)
          .build();

  private static final ManagedExecutor WITHOUT_CDI =
      ManagedExecutor.builder()
          .propagated(ThreadContext.APPLICATION)
          .cleared(ThreadContext.ALL_REMAINING)
          .build();

  @Inject Session session;

  private String me() {
    return session.get("user", "nobody");
  }

  /** Reads and changes the session on a thread of an executor that propagates it. */
  @POST
  @Path("propagated")
  public CompletionStage<String> propagated(String more) throws InterruptedException {
    Thread here = Thread.currentThread();
    var begun = new CountDownLatch(1);
    var answer =
        EXECUTOR.supplyAsync(
            () -> {
              begun.countDown();
              String user = me() + more;
              session.put("user", user);
              return Thread.currentThread() == here ? "same thread" : user;
            });
    begun.await(1, TimeUnit.MINUTES); // or this thread would be free to run it
    return answer;
  }

  /** Asks for the session on a thread of an executor that does not propagate it. */
  @POST
  @Path("cleared")
  public CompletionStage<String> cleared() {
    return WITHOUT_CDI.supplyAsync(
        () -> {
          try {
            return me();
          } catch (IllegalStateException e) {
            return String.valueOf(e.getMessage());
          }
        });
  }
}
