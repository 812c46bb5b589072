package dev.signet.suite.store;

import dev.signet.Session;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Uses the session, at once or slowly, and tells of the store. */
@Path("/store")
public class StoreResource {

  private static final CountDownLatch BEGUN = new CountDownLatch(1);
  private static final CountDownLatch GO = new CountDownLatch(1);

  @Inject Session session;
  @Inject StoreRecorder recorder;

  @GET
  @Path("untouched")
  public String untouched() {
    return "fine";
  }

  @GET
  @Path("read")
  public String read() {
    return String.valueOf(session.keySet().stream().sorted().toList());
  }

  @POST
  @Path("put/{key}")
  public void put(@PathParam("key") String key) {
    session.put(key, 1);
  }

  @POST
  @Path("delete")
  public void delete() {
    session.delete();
  }

  /** Reads the session, and changes it when it is told to go on. */
  @POST
  @Path("slow")
  public void slow() throws InterruptedException {
    session.put("slow", session.size());
    BEGUN.countDown();
    GO.await(1, TimeUnit.MINUTES);
  }

  @POST
  @Path("begun")
  public void begun() throws InterruptedException {
    BEGUN.await(1, TimeUnit.MINUTES);
  }

  @POST
  @Path("go")
  public void go() {
    GO.countDown();
  }

  @GET
  @Path("calls")
  public String calls() {
    return recorder.calls();
  }

  @POST
  @Path("down")
  public void down(@QueryParam("is") boolean is) {
    recorder.setDown(is);
  }
}
