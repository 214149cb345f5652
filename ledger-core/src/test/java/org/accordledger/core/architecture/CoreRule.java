package org.accordledger.core.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A rule of ledger-core with its reason.
 *
 * @param canary simple name of the class that breaks it
 * @param of the rule for the code under a root package
 */
record CoreRule(String name, String canary, Function<String, ArchRule> of) {
  private static final Set<String> CLOCKS_AND_DICE =
      Set.of(
          "java.lang.System.currentTimeMillis",
          "java.lang.System.nanoTime",
          "java.lang.Math.random",
          "java.util.UUID.randomUUID",
          "java.util.Random.<init>",
          "java.security.SecureRandom.<init>",
          "java.util.concurrent.ThreadLocalRandom.current",
          "java.util.Date.<init>");

  static final List<CoreRule> ALL =
      List.of(
          new CoreRule(
              "KNOWS_NO_SPRING",
              "WiredBySpring",
              root ->
                  noClasses()
                      .that()
                      .resideInAPackage(root + "..")
                      .should()
                      .dependOnClassesThat()
                      .resideInAPackage("org.springframework..")
                      .because("auditors replay history with this module and without the server")),
          new CoreRule(
              "KNOWS_NO_JDBC",
              "ReadsATable",
              root ->
                  noClasses()
                      .that()
                      .resideInAPackage(root + "..")
                      .should()
                      .dependOnClassesThat()
                      .resideInAnyPackage("java.sql..", "javax.sql..")
                      .because("what the domain decides depends on events alone, not on tables")),
          new CoreRule(
              "JACKSON_IN_CODEC_ALONE",
              "WritesJson",
              root ->
                  noClasses()
                      .that()
                      .resideInAPackage(root + "..")
                      .and()
                      .resideOutsideOfPackage(root + ".codec..")
                      .should()
                      .dependOnClassesThat()
                      .resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson..")
                      .because(
                          "the bytes of an event are settled in one place, and rules know no"
                              + " format")),
          new CoreRule(
              "AXON_IN_SHELLS_ALONE",
              "AppliesItself",
              root ->
                  noClasses()
                      .that()
                      .resideInAPackage(root + "..")
                      .and()
                      .haveSimpleNameNotEndingWith("Aggregate")
                      .should()
                      .dependOnClassesThat()
                      .resideInAPackage("org.axonframework..")
                      .because(
                          "decisions and states are plain values that any framework can carry")),
          new CoreRule(
              "ASKS_NO_CLOCK_AND_NO_CHANCE",
              "LooksAtTheClock",
              root ->
                  noClasses()
                      .that()
                      .resideInAPackage(root + "..")
                      .should()
                      .callCodeUnitWhere(CoreRule.isClockOrChance())
                      .because(
                          "time and ids arrive with the command, so that replay gives the same"
                              + " state")),
          new CoreRule(
              "DOES_NO_IO_AND_NO_LOGGING",
              "WritesAFile",
              root ->
                  noClasses()
                      .that()
                      .resideInAPackage(root + "..")
                      .should()
                      .dependOnClassesThat()
                      .resideInAnyPackage(
                          "java.nio.file..", "java.net..", "org.slf4j..", "java.util.logging..")
                      .orShould()
                      .dependOnClassesThat()
                      .haveNameMatching(
                          "java\\.io\\.(File|PrintStream|FileInputStream|FileOutputStream)")
                      .because(
                          "deciding touches nothing, and applying decides nothing and never logs")),
          new CoreRule(
              "FEATURES_FORM_NO_CYCLE",
              "Left",
              root ->
                  slices()
                      .matching(root + ".(*)..")
                      .should()
                      .beFreeOfCycles()
                      .because(
                          "a feature that needs itself to be explained cannot be read or changed"
                              + " alone")));

  @Override
  public String toString() {
    return name;
  }

  private static DescribedPredicate<JavaCall<?>> isClockOrChance() {
    return DescribedPredicate.describe(
        "asks a clock or chance",
        call -> {
          AccessTarget target = call.getTarget();
          String owner = target.getOwner().getFullName();
          return CLOCKS_AND_DICE.contains(owner + "." + target.getName())
              || (owner.startsWith("java.time.") && target.getName().equals("now"))
              || (owner.equals("java.time.Clock") && target.getName().startsWith("system"));
        });
  }
}
