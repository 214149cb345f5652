package org.accordledger.projections.node;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database whose connection breaks once, before or after it commits what was taken. */
final class LostAnswer extends DelegatingDataSource {
  enum Fault {
    NONE,
    BEFORE_COMMIT,
    AFTER_COMMIT
  }

  private final AtomicReference<Fault> next = new AtomicReference<>(Fault.NONE);

  LostAnswer(DataSource target) {
    super(target);
  }

  void failNext(Fault fault) {
    next.set(fault);
  }

  boolean failed() {
    return next.get() == Fault.NONE;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection real = super.getConnection();
    AtomicBoolean takes = new AtomicBoolean();
    InvocationHandler handler =
        (self, method, arguments) -> {
          if (method.getName().equals("prepareStatement")
              && arguments[0] instanceof String sql
              && sql.contains("insert into inbox.event")) {
            takes.set(true);
          }
          boolean commits = takes.get() && method.getName().equals("commit");
          if (commits && next.compareAndSet(Fault.BEFORE_COMMIT, Fault.NONE)) {
            throw new SQLException("the connection broke before the commit", "08006");
          }
          Object result = invoke(() -> method.invoke(real, arguments));
          if (commits && next.compareAndSet(Fault.AFTER_COMMIT, Fault.NONE)) {
            throw new SQLException("the connection broke after the commit", "08006");
          }
          return result;
        };
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, handler);
  }

  @FunctionalInterface
  private interface Call {
    Object make() throws ReflectiveOperationException;
  }

  private static Object invoke(Call call) throws Throwable {
    try {
      return call.make();
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
