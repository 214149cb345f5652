package org.accordledger.api.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final String CODE = "org.accordledger.api";
  private static final String CANARY = CODE + ".architecture.canary";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(CODE);
  private static final JavaClasses CANARIES = new ClassFileImporter().importPackages(CANARY);

  @Test
  void features_form_no_circle() {
    noCircle(CODE).check(CLASSES);
    assertThat(noCircle(CANARY).evaluate(CANARIES).hasViolation()).isTrue();
  }

  @Test
  void only_security_reads_tokens() {
    noTokens(CODE).check(CLASSES);
    assertThat(noTokens(CANARY).evaluate(CANARIES).hasViolation()).isTrue();
  }

  @Test
  void what_writes_knows_nothing_of_what_reads() {
    writesAlone(CODE + ".commands..", CODE + ".reads..").check(CLASSES);
    assertThat(writesAlone(CANARY + ".one..", CANARY + ".two..").evaluate(CANARIES).hasViolation())
        .isTrue();
  }

  @Test
  void no_part_of_the_application_uses_virtual_threads() {
    noVirtualThreads()
        .check(
            new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.accordledger"));
    assertThat(noVirtualThreads().evaluate(CANARIES).getFailureReport().getDetails()).hasSize(3);
  }

  private static ArchRule noVirtualThreads() {
    return noClasses()
        .should()
        .callMethod(Thread.class, "ofVirtual")
        .orShould()
        .callMethod(Thread.class, "startVirtualThread", Runnable.class)
        .orShould()
        .callMethod(Executors.class, "newVirtualThreadPerTaskExecutor")
        .because("several that load classes at the same time can wait for each other for ever");
  }

  private static ArchRule noCircle(String root) {
    return slices()
        .matching(root + ".(*)..")
        .should()
        .beFreeOfCycles()
        .because("a feature in a circle can be neither read nor changed alone");
  }

  private static ArchRule noTokens(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackage(root + ".security..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.springframework.security.oauth2..")
        .because("a token that is read in one place can be revoked in one place");
  }

  private static ArchRule writesAlone(String writes, String reads) {
    return noClasses()
        .that()
        .resideInAPackage(writes)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(reads)
        .because("a command that rests on a view would decide on what may be out of date");
  }
}
