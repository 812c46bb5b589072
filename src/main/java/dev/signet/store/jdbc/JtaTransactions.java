package dev.signet.store.jdbc;

import dev.signet.SessionStoreException;
import jakarta.transaction.InvalidTransactionException;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import java.util.List;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;

/**
 * Transactions of a Jakarta container. Jakarta EE does not standardize access to the transaction
 * manager; this class knows where the common servers keep theirs. Thread-safe.
 */
final class JtaTransactions implements Transactions {

  /** WildFly; Payara and GlassFish; TomEE. */
  private static final List<String> NAMES =
      List.of(
          "java:jboss/TransactionManager",
          "java:appserver/TransactionManager",
          "java:comp/TransactionManager");

  private static final String LIBERTY = "com.ibm.tx.jta.TransactionManagerFactory";
  private static final Suspension NOTHING = () -> {};

  private final TransactionManager manager;

  private JtaTransactions(TransactionManager manager) {
    this.manager = manager;
  }

  /** Returns the transactions of the server, or none if its transaction manager is unknown. */
  static Transactions find() {
    TransactionManager manager = ofLiberty();
    for (String name : NAMES) {
      manager = manager == null ? named(name) : manager;
    }
    return manager == null ? () -> NOTHING : new JtaTransactions(manager);
  }

  private static @Nullable TransactionManager ofLiberty() {
    try {
      return (TransactionManager)
          Class.forName(LIBERTY).getMethod("getTransactionManager").invoke(null);
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }

  @SuppressWarnings("BanJNDI") // constant names
  private static @Nullable TransactionManager named(String name) {
    try {
      return new InitialContext().lookup(name) instanceof TransactionManager found ? found : null;
    } catch (NamingException e) {
      return null;
    }
  }

  @Override
  public Suspension suspend() {
    try {
      Transaction transaction = manager.suspend();
      return transaction == null ? NOTHING : () -> resume(transaction);
    } catch (SystemException e) {
      throw new SessionStoreException(
          "The SQL store could not suspend the application's transaction. See the log of the transaction manager.",
          e);
    }
  }

  private void resume(Transaction transaction) {
    try {
      manager.resume(transaction);
    } catch (InvalidTransactionException | SystemException | IllegalStateException e) {
      throw new SessionStoreException(
          "The SQL store could not resume the application's transaction. See the log of the transaction manager.",
          e);
    }
  }
}
