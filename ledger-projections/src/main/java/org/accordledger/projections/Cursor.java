package org.accordledger.projections;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.accordledger.core.InvalidValue;
import org.jspecify.annotations.Nullable;

/**
 * A place in a list ordered by a number that is unique and never changes, so that pages neither
 * repeat nor lose an entry while the list grows.
 *
 * @param forward true for the entries after the key in the order of the list
 * @param key the number; absent at the start of the list
 */
public record Cursor(boolean forward, @Nullable Long key) {
  /** Most entries on a page. */
  public static final int MOST = 200;

  private static final Pattern FORM = Pattern.compile("([np])(-?[0-9]{1,18})");

  /**
   * Reads a cursor that an earlier page gave.
   *
   * @param text null for the start of the list
   * @throws InvalidValue if it is not one
   */
  public static Cursor parse(@Nullable String text) {
    if (text == null) {
      return new Cursor(true, null);
    }
    Matcher form = FORM.matcher(decode(text));
    if (!form.matches()) {
      throw notOurs();
    }
    return new Cursor(form.group(1).equals("n"), Long.valueOf(form.group(2)));
  }

  private static String decode(String text) {
    try {
      return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
    } catch (IllegalArgumentException e) {
      throw notOurs();
    }
  }

  private static InvalidValue notOurs() {
    return new InvalidValue("cursor", "must be one that an earlier page gave");
  }

  /**
   * Refuses page sizes out of bounds.
   *
   * @throws InvalidValue unless it is 1 to 200
   */
  public static void requireLimit(int limit) {
    if (limit < 1 || limit > MOST) {
      throw new InvalidValue("limit", "must be 1 to " + MOST);
    }
  }

  /**
   * Makes the page that this cursor asked for.
   *
   * @param fetched in reading direction (reversed for a backward cursor), one more than the limit
   *     if there are more
   */
  public <T> Page<T> page(List<T> fetched, int limit, ToLongFunction<T> keyOf, long leftOut) {
    boolean more = fetched.size() > limit;
    List<T> kept = more ? fetched.subList(0, limit) : fetched;
    List<T> items = List.copyOf(forward ? kept : kept.reversed());
    if (items.isEmpty()) {
      return new Page<>(items, null, null, leftOut);
    }
    boolean after = forward ? more : true;
    boolean before = forward ? key != null : more;
    return new Page<>(
        items,
        after ? text("n", keyOf.applyAsLong(items.getLast())) : null,
        before ? text("p", keyOf.applyAsLong(items.getFirst())) : null,
        leftOut);
  }

  private static String text(String direction, long key) {
    byte[] form = (direction + key).getBytes(StandardCharsets.US_ASCII);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(form);
  }
}
