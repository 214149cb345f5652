package org.accordledger.projections.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final ArchRule APART =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.accordledger.store..", "org.accordledger.api..")
          .because(
              "the same projections run beside the store and, fed from elsewhere, on nodes that"
                  + " have none");

  private static final String FEATURES = "org.accordledger.projections.*..";
  private static final ArchRule ROOT_FIRST =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.accordledger.projections", "org.accordledger.projections.architecture")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(FEATURES)
          .because("features rest on the shared package, so it must not rest on any of them");

  private static final ArchRule FEED_ALONE =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.accordledger.projections.feed..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka..", "io.cloudevents..")
          .because("projections run where there is no Kafka; only the feed speaks to it");

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.accordledger.projections");
  private static final JavaClasses CANARY =
      new ClassFileImporter().importClasses(KnowsTheStore.class);

  @Test
  void projections_know_neither_store_nor_application() {
    APART.check(MAIN);
    assertThat(APART.evaluate(CANARY).hasViolation()).isTrue();
  }

  @Test
  void only_the_feed_knows_kafka() {
    FEED_ALONE.check(MAIN);
    assertThat(FEED_ALONE.evaluate(CANARY).hasViolation()).isTrue();
  }

  @Test
  void the_shared_package_knows_no_feature() {
    ROOT_FIRST.check(MAIN);
    assertThat(ROOT_FIRST.evaluate(CANARY).hasViolation()).isTrue();
  }
}
