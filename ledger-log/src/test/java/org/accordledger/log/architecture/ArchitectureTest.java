package org.accordledger.log.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final String CODE = "org.accordledger.log";
  private static final String CANARY = CODE + ".architecture.canary";

  @Test
  void thisModuleDependsOnWhatItIsAllowedToAndOnNothingElse() {
    rule(CODE)
        .check(
            new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(CODE));
  }

  @Test
  void theCanaryBreaksTheRule() {
    assertThat(
            rule(CANARY)
                .evaluate(new ClassFileImporter().importPackages(CANARY))
                .getFailureReport()
                .getDetails())
        .anySatisfy(detail -> assertThat(detail).contains("DependsOnMore"));
  }

  private static ArchRule rule(String root) {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "org.jspecify..", root + "..")
        .because("what proves the ledger honest must not depend on what could cheat");
  }
}
