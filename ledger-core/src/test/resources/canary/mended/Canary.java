package canary;

import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Minds that there may be no name: the build must let it pass. */
@NullMarked
final class Canary {
  private Canary() {}

  static int length(@Nullable String name) {
    return name == null ? 0 : name.length();
  }
}
