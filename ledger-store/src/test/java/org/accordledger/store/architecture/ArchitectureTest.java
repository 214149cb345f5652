package org.accordledger.store.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final String CODE = "org.accordledger.store";
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
        .resideInAnyPackage(
            "java..",
            "javax.sql..",
            "org.jspecify..",
            "org.slf4j..",
            "org.axonframework..",
            "org.postgresql..",
            "org.flywaydb..",
            "com.zaxxer.hikari..",
            "com.github.f4b6a3.uuid..",
            "org.accordledger.log..",
            root + "..")
        .because("the store keeps any events and knows neither the domain nor Spring");
  }
}
