package dev.signet.suite.jta;

import dev.signet.Session;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.sql.SQLException;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/** Uses the session inside a transaction that shares the session's data source. */
@RequestScoped
@Path("/jta")
public class JtaResource {

  @Inject Session session;
  @Inject UserTransaction transaction;

  @POST
  @Path("put")
  public void put() {
    session.put("count", 1);
  }

  @GET
  public String read() {
    return String.valueOf(session.get("count", Integer.class));
  }

  /** Reads and deletes the session, then rolls back. */
  @POST
  @Path("rollback")
  public String rollback() throws Exception {
    transaction.begin();
    run("jdbc/shared", "CREATE TABLE IF NOT EXISTS orders (id INT)");
    String read = read();
    session.delete();
    int status = transaction.getStatus();
    transaction.rollback();
    return read + "," + (status == Status.STATUS_ACTIVE);
  }

  /** Changes the session in a transaction that the server has to roll back. */
  @POST
  @Path("open")
  public void open() throws Exception {
    transaction.begin();
    run("jdbc/shared", "CREATE TABLE IF NOT EXISTS orders (id INT)");
    session.put("count", 2);
  }

  /** Reads and changes the session in a transaction of another data source, and commits. */
  @POST
  @Path("second")
  public String second() throws Exception {
    transaction.begin();
    run("jdbc/orders", "INSERT INTO orders VALUES (1)");
    String read = read();
    session.put("count", 2);
    session.save();
    transaction.commit();
    return read;
  }

  /** Reads the session after a statement of the transaction failed. */
  @POST
  @Path("failed")
  public String failed() throws Exception {
    transaction.begin();
    try {
      run("jdbc/shared", "SELECT nothing FROM nowhere");
      return "no failure";
    } catch (SQLException e) {
      return read();
    } finally {
      transaction.rollback();
    }
  }

  @SuppressWarnings("BanJNDI") // constant names
  private static void run(String dataSourceName, String sql) throws SQLException, NamingException {
    DataSource dataSource = InitialContext.doLookup(dataSourceName);
    try (var connection = dataSource.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
