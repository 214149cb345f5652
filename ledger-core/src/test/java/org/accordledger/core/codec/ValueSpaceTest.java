package org.accordledger.core.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.accordledger.core.LanguageTag;
import org.accordledger.core.codec.EventTypes.EventType;
import org.junit.jupiter.api.Test;

/**
 * Sorted keys are RFC 8785 only for values of certain kinds: no fractions, whose spelling is a
 * science of its own, and no map keys that sort otherwise than their text. Nothing else may get
 * into an event.
 */
class ValueSpaceTest {
  private static final Set<Class<?>> SCALARS =
      Set.of(
          String.class,
          boolean.class,
          Boolean.class,
          int.class,
          Integer.class,
          long.class,
          Long.class,
          LocalDate.class,
          Instant.class);

  /** Breaks the rule on purpose. */
  record Fraction(List<Double> values) {}

  /** Breaks the rule on purpose: an enum sorts by the order of its constants. */
  record ByEnum(Map<Thread.State, String> values) {}

  @Test
  void events_hold_only_values_whose_canonical_form_is_plain() {
    Set<Type> seen = new HashSet<>();
    for (EventType type : EventTypes.LEDGER.all()) {
      check(type.event(), seen);
    }
    assertThat(seen).contains(LanguageTag.class);
  }

  @Test
  void a_fraction_and_a_key_that_is_no_text_are_found_out() {
    assertThatThrownBy(() -> check(Fraction.class, new HashSet<>()))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> check(ByEnum.class, new HashSet<>()))
        .isInstanceOf(AssertionError.class);
  }

  private static void check(Type type, Set<Type> seen) {
    if (!seen.add(type)) {
      return;
    }
    if (type instanceof ParameterizedType generic) {
      if (generic.getRawType() == Map.class) {
        assertThat(isText(generic.getActualTypeArguments()[0])).as("key of %s", type).isTrue();
      } else {
        assertThat(generic.getRawType()).isEqualTo(List.class);
      }
      for (Type argument : generic.getActualTypeArguments()) {
        check(argument, seen);
      }
      return;
    }
    Class<?> simple = (Class<?>) type;
    assertThat(SCALARS.contains(simple) || simple.isEnum() || simple.isRecord())
        .as("%s has no plain canonical form", simple)
        .isTrue();
    if (simple.isRecord()) {
      for (RecordComponent component : simple.getRecordComponents()) {
        check(component.getGenericType(), seen);
      }
    }
  }

  private static boolean isText(Type key) {
    return key == String.class
        || (key instanceof Class<?> type
            && RecordConventions.isSingleValue(type)
            && type.getRecordComponents()[0].getType() == String.class
            && Comparable.class.isAssignableFrom(type));
  }
}
