package org.accordledger.core.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every rule holds for the code, and breaks for its canary: a rule nothing can break is no rule.
 */
class ArchitectureTest {
  private static final String CODE = "org.accordledger.core";
  private static final String CANARIES = "org.accordledger.core.architecture.canary";
  private static final JavaClasses CODE_CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(CODE);
  private static final JavaClasses CANARY_CLASSES =
      new ClassFileImporter().importPackages(CANARIES);

  @ParameterizedTest
  @MethodSource("rules")
  void the_code_keeps_the_rule(CoreRule rule) {
    rule.of().apply(CODE).check(CODE_CLASSES);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void the_canary_breaks_the_rule(CoreRule rule) {
    EvaluationResult result = rule.of().apply(CANARIES).evaluate(CANARY_CLASSES);

    assertThat(result.getFailureReport().getDetails())
        .anySatisfy(detail -> assertThat(detail).contains(rule.canary()));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void the_rule_says_why(CoreRule rule) {
    assertThat(rule.of().apply(CODE).getDescription()).contains(", because ");
  }

  static List<CoreRule> rules() {
    return CoreRule.ALL;
  }
}
