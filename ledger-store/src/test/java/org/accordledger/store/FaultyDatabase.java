package org.accordledger.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The way to a real database that breaks once on demand: the connection is lost before the call
 * reaches the database, or after the database has done it. While the way is cut, nobody connects.
 */
public final class FaultyDatabase extends PGSimpleDataSource {
  private static final long serialVersionUID = 1;

  private final transient DataSource real;
  private final transient AtomicReference<Fault> next = new AtomicReference<>(Fault.NONE);
  private volatile boolean cut;

  public FaultyDatabase(DataSource real) {
    this.real = real;
  }

  /** When the connection is lost; each way to fail comes in both kinds. */
  public enum Fault {
    NONE,
    BEFORE_COMMIT,
    AFTER_COMMIT,
    AFTER_COMMIT_AND_STAY_AWAY,
    BEFORE_COMMIT_AND_STAY_AWAY,
    BEFORE_STATEMENT
  }

  public void breakNext(Fault fault) {
    next.set(fault);
  }

  public void cut(boolean away) {
    cut = away;
  }

  @Override
  public Connection getConnection() throws SQLException {
    if (cut) {
      throw lost();
    }
    Connection connection = real.getConnection();
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              before(method.getName(), connection);
              Object result;
              try {
                result = method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
              after(method.getName(), connection);
              return result;
            });
  }

  private void before(String method, Connection connection) throws SQLException {
    if (method.equals("commit")) {
      failIf(Fault.BEFORE_COMMIT, connection);
      failIf(Fault.BEFORE_COMMIT_AND_STAY_AWAY, connection);
    } else if (method.equals("createArrayOf")) {
      failIf(Fault.BEFORE_STATEMENT, connection);
    }
  }

  private void after(String method, Connection connection) throws SQLException {
    if (method.equals("commit")) {
      failIf(Fault.AFTER_COMMIT, connection);
      failIf(Fault.AFTER_COMMIT_AND_STAY_AWAY, connection);
    }
  }

  private void failIf(Fault fault, Connection connection) throws SQLException {
    if (next.compareAndSet(fault, Fault.NONE)) {
      if (fault.name().endsWith("STAY_AWAY")) {
        cut = true;
      }
      connection.close();
      throw lost();
    }
  }

  private static SQLException lost() {
    return new SQLNonTransientConnectionException("The connection is lost.", "08006");
  }
}
