package org.accordledger.projections;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The conditions of a query, joined by "and", with their values in order. */
public final class Conditions {
  private final List<String> parts = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();

  public Conditions add(String part) {
    parts.add(part);
    return this;
  }

  /** A parameter of what stands before the conditions. Call it before any of them is added. */
  public Conditions parameter(Object value) {
    values.add(value);
    return this;
  }

  /** A condition with one parameter. */
  public Conditions add(String part, Object value) {
    parts.add(part);
    values.add(value);
    return this;
  }

  /** A condition on a text, unless the value is null, which means any. */
  public Conditions addIfPresent(String part, @Nullable Object value) {
    return value == null ? this : add(part, value.toString());
  }

  /** Empty if there are none. */
  public String where() {
    return parts.isEmpty() ? "" : "where " + String.join(" and ", parts);
  }

  public List<Object> values() {
    return values;
  }
}
