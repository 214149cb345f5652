package org.accordledger.core.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.accordledger.core.RefusalCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every rule of the domain is a code of one of the enums, and every enum has a test that is run for
 * each of its codes and breaks the rule.
 */
class ProvokedRefusalsTest {
  private static final JavaClasses CORE =
      new ClassFileImporter().importPackages("org.accordledger.core");

  @Test
  void every_code_of_every_refusal_is_provoked_by_a_test_that_is_run_for_all_codes() {
    assertThat(provoked()).isEqualTo(refusals()).hasSizeGreaterThan(5);
  }

  private static Set<Class<?>> refusals() {
    return CORE.stream()
        .filter(type -> type.isEnum() && type.isAssignableTo(RefusalCode.class))
        .map(JavaClass::reflect)
        .collect(Collectors.toSet());
  }

  private static Set<Class<?>> provoked() {
    return CORE.stream()
        .filter(type -> type.getSimpleName().endsWith("Test"))
        .flatMap(type -> Stream.of(type.reflect().getDeclaredMethods()))
        .filter(ProvokedRefusalsTest::isRunForEveryCode)
        .map(method -> method.getParameterTypes()[0])
        .collect(Collectors.toSet());
  }

  private static boolean isRunForEveryCode(Method method) {
    EnumSource source = method.getAnnotation(EnumSource.class);
    return method.getName().equals("every_refusal_can_be_provoked")
        && method.isAnnotationPresent(ParameterizedTest.class)
        && source != null
        && source.names().length == 0
        && source.from().isEmpty()
        && source.to().isEmpty();
  }
}
