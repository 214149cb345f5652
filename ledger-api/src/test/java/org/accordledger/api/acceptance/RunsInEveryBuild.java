package org.accordledger.api.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Tags;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whether a test runs wherever the build runs. */
final class RunsInEveryBuild {
  private static final Pattern LEAVES_OUT_ANYWHERE =
      Pattern.compile(
          "<(skipTests|maven[.]test[.]skip|maven[.]test[.]failure[.]ignore|testFailureIgnore"
              + "|groups|excludedGroups)>");
  private static final Pattern LEAVES_OUT_HERE =
      Pattern.compile("<(excludes?|excludesFile|includes?|includesFile|skip|test)>");
  private static final Pattern PLUGIN = Pattern.compile("(?s)<plugin>.*?</plugin>");
  private static final Set<Class<?>> SWITCHES =
      Set.of(Disabled.class, Tag.class, Tags.class, ExtendWith.class);
  private static final String CONDITIONS = "org.junit.jupiter.api.condition";
  private static final Set<String> SKIP =
      Set.of(
          "org.junit.jupiter.api.Assumptions",
          "org.assertj.core.api.Assumptions",
          "org.opentest4j.TestAbortedException");

  private final JavaClasses classes;

  /**
   * @param tests where the compiled tests are
   */
  RunsInEveryBuild(URL tests) {
    this.classes = new ClassFileImporter().importUrl(tests);
  }

  /** Fails where a pom runs fewer tests than there are, or goes on when one fails. */
  static void leavesNothingOut(String pom) {
    assertThat(pom).doesNotContainPattern(LEAVES_OUT_ANYWHERE);
    assertThat(PLUGIN.matcher(pom).results().map(plugin -> plugin.group()))
        .filteredOn(plugin -> plugin.contains("maven-surefire-plugin"))
        .allSatisfy(plugin -> assertThat(plugin).doesNotContainPattern(LEAVES_OUT_HERE));
  }

  /** Fails where an annotation can keep what it stands on from running, or nothing can run it. */
  static void isNotSwitchedOff(AnnotatedElement test) {
    assertThat(annotations(test, new HashSet<>()))
        .as("what can switch off %s", test)
        .noneMatch(type -> SWITCHES.contains(type) || type.getPackageName().equals(CONDITIONS));
    switch (test) {
      case Class<?> type ->
          assertThat(Modifier.isAbstract(type.getModifiers())).as("%s is abstract", type).isFalse();
      case Method method ->
          assertThat(method.getModifiers() & (Modifier.PRIVATE | Modifier.STATIC))
              .as("modifiers with which %s is never run", method)
              .isZero();
      default -> throw new IllegalArgumentException(test + " is no test");
    }
  }

  /** The kinds of annotations on an element, and those that stand on them in turn. */
  private static Set<Class<?>> annotations(AnnotatedElement element, Set<Class<?>> seen) {
    for (Annotation one : element.getAnnotations()) {
      Class<?> type = one.annotationType();
      // a parameterized test is one by an extension of its own, which skips nothing
      if (seen.add(type) && !type.getPackageName().equals("org.junit.jupiter.params")) {
        annotations(type, seen);
      }
    }
    return seen;
  }

  /** Whether a test, or what is run before it, can come to an assumption: then it may skip. */
  boolean mayBeSkipped(Method test) {
    JavaClass type = classes.get(test.getDeclaringClass());
    Deque<JavaCodeUnit> open = new ArrayDeque<>(type.getConstructors());
    type.getStaticInitializer().ifPresent(open::add);
    type.getMethods().stream()
        .filter(
            method ->
                method.getName().equals(test.getName())
                    || method.isAnnotatedWith(BeforeEach.class)
                    || method.isAnnotatedWith(BeforeAll.class))
        .forEach(open::add);
    Set<JavaCodeUnit> seen = new HashSet<>(open);
    while (!open.isEmpty()) {
      JavaCodeUnit unit = open.remove();
      if (targets(unit).anyMatch(target -> SKIP.contains(target.getOwner().getName()))) {
        return true;
      }
      targets(unit).flatMap(this::ran).filter(seen::add).forEach(open::add);
    }
    return false;
  }

  private static Stream<AccessTarget> targets(JavaCodeUnit unit) {
    return Stream.concat(
        unit.getAccessesFromSelf().stream().map(access -> access.getTarget()),
        unit.getCodeUnitReferencesFromSelf().stream().map(reference -> reference.getTarget()));
  }

  /** What of our own runs when a target is called, or a field of its class is read. */
  private Stream<JavaCodeUnit> ran(AccessTarget target) {
    if (!classes.contain(target.getOwner().getName())) {
      return Stream.empty();
    }
    Stream<JavaMember> called = target.resolveMember().map(m -> (JavaMember) m).stream();
    return Stream.concat(
        target.getOwner().getStaticInitializer().stream(),
        called.filter(JavaCodeUnit.class::isInstance).map(JavaCodeUnit.class::cast));
  }
}
