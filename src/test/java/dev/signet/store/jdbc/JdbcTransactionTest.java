package dev.signet.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.signet.SessionStoreException;
import dev.signet.spi.SessionId;
import dev.signet.spi.SessionRecord;
import dev.signet.spi.SessionUpdate;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import javax.sql.XAConnection;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postgresql.xa.PGXADataSource;

/**
 * A PostgreSQL connection that belongs to a global transaction, as a data source gives it inside of
 * a transaction that cannot be suspended.
 */
class JdbcTransactionTest {

  private static final String REMEDY = "Set transactional=\"false\" on the <dataSource>";

  private DatabaseFixture fixture;
  private XAConnection enlisted;
  private Connection connection;
  private SessionId id;
  private SessionRecord session;

  /** The only branch of the only transaction. */
  private static final class Branch implements Xid {

    @Override
    public byte[] getGlobalTransactionId() {
      return new byte[] {1};
    }

    @Override
    public byte[] getBranchQualifier() {
      return new byte[] {2};
    }

    @Override
    public int getFormatId() {
      return 3;
    }
  }

  @BeforeEach
  void begin() throws Exception {
    fixture = Database.POSTGRESQL.fixture();
    id = Ids.fresh();
    session = new SessionRecord(Map.of("name", "\"Ada\""), fixture.in(Duration.ofHours(1)));
    fixture.store().create(id, session);
    var source = new PGXADataSource();
    source.setPortNumbers(new int[] {Database.postgres().port()});
    source.setUser("postgres");
    source.setDatabaseName("postgres");
    enlisted = source.getXAConnection();
    connection = enlisted.getConnection();
    enlisted.getXAResource().start(new Branch(), XAResource.TMNOFLAGS);
  }

  @AfterEach
  void end() throws Exception {
    enlisted.close();
    fixture.close();
  }

  /** Returns a store whose connections are handles of the one in the transaction. */
  private JdbcStore store() {
    var handle =
        proxy(
            Connection.class,
            (proxy, method, arguments) -> {
              try {
                return method.getName().equals("close")
                    ? null
                    : method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
    var source = proxy(DataSource.class, (proxy, method, arguments) -> handle);
    return new JdbcStore(source, fixture.table(), Database.TIMEOUT, Clock.systemUTC());
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    var loader = JdbcTransactionTest.class.getClassLoader();
    return type.cast(Proxy.newProxyInstance(loader, new Class<?>[] {type}, handler));
  }

  @Test
  @DisplayName("T11 C25 a data source inside of a transaction is a fault at deployment")
  void checked() {
    JdbcStore store = store();

    assertThatIllegalStateException()
        .isThrownBy(store::check)
        .withMessageContaining("takes part in the application's transaction")
        .withMessageContaining(REMEDY);
  }

  @Test
  @DisplayName("T11 T9 a connection inside of a transaction is refused, and nothing changes")
  void refused() {
    var change =
        new SessionUpdate(session, Map.of("user", "7"), Set.of("name"), session.expiresAt());
    JdbcStore store = store();
    for (ThrowingCallable call :
        List.<ThrowingCallable>of(
            () -> store.load(id),
            () -> store.create(Ids.fresh(), session),
            () -> store.update(id, change),
            () -> store.move(id, Ids.fresh(), change),
            () -> store.delete(id))) {
      assertThatExceptionOfType(SessionStoreException.class)
          .isThrownBy(call)
          .withMessageContaining(REMEDY);
    }
    assertThat(fixture.rows()).isOne();
    assertThat(fixture.store().load(id).orElseThrow().attributes()).isEqualTo(session.attributes());
  }
}
