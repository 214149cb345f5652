package org.accordledger.projections.feed;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database whose connection breaks once, just before or just after a position is saved. */
final class FaultyDataSource extends DelegatingDataSource {
  enum Fault {
    NONE,
    BEFORE,
    AFTER
  }

  private final AtomicReference<Fault> next = new AtomicReference<>(Fault.NONE);

  FaultyDataSource(DataSource target) {
    super(target);
  }

  /** The next position is not saved, or is saved and nobody hears of it. */
  void failNext(Fault fault) {
    next.set(fault);
  }

  boolean failed() {
    return next.get() == Fault.NONE;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection real = super.getConnection();
    return proxy(
        Connection.class,
        (self, method, arguments) -> {
          Object result = invoke(() -> method.invoke(real, arguments));
          boolean saves =
              method.getName().equals("prepareStatement")
                  && arguments[0] instanceof String sql
                  && sql.contains("set position = ?, recorded_at");
          return saves && result instanceof PreparedStatement statement
              ? faulty(statement)
              : result;
        });
  }

  private PreparedStatement faulty(PreparedStatement real) {
    return proxy(
        PreparedStatement.class,
        (self, method, arguments) -> {
          boolean runs = method.getName().equals("executeUpdate");
          if (runs && next.compareAndSet(Fault.BEFORE, Fault.NONE)) {
            throw new SQLException("the connection broke before anything was saved", "08006");
          }
          Object result = invoke(() -> method.invoke(real, arguments));
          if (runs && next.compareAndSet(Fault.AFTER, Fault.NONE)) {
            throw new SQLException("the connection broke after all was saved", "08006");
          }
          return result;
        });
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

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
