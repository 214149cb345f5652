package org.accordledger.api.reads;

import java.util.List;
import java.util.function.ToLongFunction;
import org.accordledger.projections.Cursor;
import org.accordledger.projections.Page;

/** Pages of what a report has put together, with the cursors of every other list. */
final class Pages {
  private Pages() {}

  /**
   * One page.
   *
   * @param all in ascending order of their keys
   * @param limit most items on the page
   * @param leftOut as {@link Page#leftOut()}
   */
  static <T> Page<T> of(
      List<T> all, Cursor from, int limit, ToLongFunction<T> keyOf, long leftOut) {
    Long key = from.key();
    List<T> ahead =
        from.forward()
            ? all.stream().filter(one -> key == null || keyOf.applyAsLong(one) > key).toList()
            : all.reversed().stream()
                .filter(one -> key == null || keyOf.applyAsLong(one) < key)
                .toList();
    return from.page(ahead.subList(0, Math.min(limit + 1, ahead.size())), limit, keyOf, leftOut);
  }
}
