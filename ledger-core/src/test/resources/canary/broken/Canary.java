package canary;

import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Forgets that there may be no name: the build must refuse it. */
@NullMarked
final class Canary {
  private Canary() {}

  static int length(@Nullable String name) {
    return name.length();
  }
}
