package org.accordledger.audit.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureTest {
  private static final String CODE = "org.accordledger.audit";
  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(CODE);
  private static final JavaClasses CANARY =
      new ClassFileImporter().importPackages(CODE + ".architecture.canary");

  private static final ArchRule ON_THE_LIST =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "com.sun.net.httpserver..",
              "org.jspecify..",
              "picocli..",
              "me.tongfei.progressbar..",
              "tools.jackson..",
              "org.accordledger.core..",
              "org.accordledger.log..",
              CODE + "..")
          .because(
              "what proves the ledger honest must not depend on what could cheat: the auditor never"
                  + " sees the server, its framework or its database");

  private static final ArchRule NO_TABLES =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..")
          .because("an auditor reads what the log publishes, not what its operator keeps");

  @Test
  void the_auditor_depends_on_what_is_on_the_list_and_on_nothing_else() {
    ON_THE_LIST.check(MAIN);
    assertThat(ON_THE_LIST.evaluate(CANARY).getFailureReport().getDetails())
        .anySatisfy(detail -> assertThat(detail).contains("KnowsAFramework"));
  }

  @Test
  void the_auditor_reads_no_tables() {
    NO_TABLES.check(MAIN);
    assertThat(NO_TABLES.evaluate(CANARY).getFailureReport().getDetails())
        .anySatisfy(detail -> assertThat(detail).contains("ReadsATable"));
  }

  @Test
  void its_packages_depend_on_each_other_in_one_direction() {
    SlicesRuleDefinition.slices()
        .matching(CODE + ".(*)..")
        .should()
        .beFreeOfCycles()
        .because("what is verified first must not rest on what comes after it")
        .check(MAIN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.axonframework.messaging.Message",
        "org.springframework.context.ApplicationContext",
        "org.postgresql.Driver",
        "org.accordledger.store.Committer",
        "org.accordledger.api.LedgerApplication"
      })
  void nothing_of_the_server_is_even_there(String name) {
    assertThatThrownBy(() -> Class.forName(name)).isInstanceOf(ClassNotFoundException.class);
  }
}
