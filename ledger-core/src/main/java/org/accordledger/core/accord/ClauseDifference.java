package org.accordledger.core.accord;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.accordledger.core.LanguageTag;
import org.jspecify.annotations.Nullable;

/**
 * What one text changes of another, clause by clause and field by field. The order in which lists
 * name their entries is no difference.
 */
public final class ClauseDifference {
  /** What became of a clause from one text to the next. */
  public enum Change {
    ADDED,
    REMOVED,
    CHANGED
  }

  /**
   * A clause that is not the same in both texts.
   *
   * @param fields what differs; of a clause that only one text has, all that it says
   */
  public record ChangedClause(ClauseCode clause, Change change, List<ChangedField> fields) {}

  /**
   * One thing that differs.
   *
   * @param field as in the API, with the language or the element's code behind a dot where there
   *     are several: {@code text.en}, {@code elements.made-public.en}
   * @param before absent if the earlier text does not have it
   * @param after absent if the later text does not have it
   */
  public record ChangedField(String field, @Nullable String before, @Nullable String after) {}

  private ClauseDifference() {}

  /** The clauses that differ: those of the later text in its order, then those it leaves out. */
  public static List<ChangedClause> between(List<Clause> before, List<Clause> after) {
    Map<ClauseCode, Clause> earlier = byCode(before);
    List<ChangedClause> changed = new ArrayList<>();
    for (Clause clause : after) {
      Clause old = earlier.remove(clause.code());
      List<ChangedField> fields = fields(old, clause);
      if (!fields.isEmpty()) {
        changed.add(
            new ChangedClause(clause.code(), old == null ? Change.ADDED : Change.CHANGED, fields));
      }
    }
    earlier
        .values()
        .forEach(
            gone ->
                changed.add(new ChangedClause(gone.code(), Change.REMOVED, fields(gone, null))));
    return List.copyOf(changed);
  }

  private static Map<ClauseCode, Clause> byCode(List<Clause> clauses) {
    Map<ClauseCode, Clause> byCode = new LinkedHashMap<>();
    clauses.forEach(clause -> byCode.put(clause.code(), clause));
    return byCode;
  }

  private static List<ChangedField> fields(@Nullable Clause before, @Nullable Clause after) {
    Map<String, Set<String>> old = before == null ? Map.of() : said(before);
    Map<String, Set<String>> now = after == null ? Map.of() : said(after);
    Set<String> names = new LinkedHashSet<>(now.keySet());
    names.addAll(old.keySet());
    List<ChangedField> changed = new ArrayList<>();
    for (String name : names) {
      Set<String> gone = new LinkedHashSet<>(old.getOrDefault(name, Set.of()));
      Set<String> come = new LinkedHashSet<>(now.getOrDefault(name, Set.of()));
      gone.removeAll(now.getOrDefault(name, Set.of()));
      come.removeAll(old.getOrDefault(name, Set.of()));
      if (gone.size() == 1 && come.size() == 1) {
        changed.add(new ChangedField(name, gone.iterator().next(), come.iterator().next()));
      } else {
        gone.forEach(entry -> changed.add(new ChangedField(name, entry, null)));
        come.forEach(entry -> changed.add(new ChangedField(name, null, entry)));
      }
    }
    return List.copyOf(changed);
  }

  private static Map<String, Set<String>> said(Clause clause) {
    Map<String, Set<String>> said = new LinkedHashMap<>();
    one(said, "basket", clause.basket());
    one(said, "kind", code(clause.kind()));
    texts(said, "text.", clause.text());
    one(said, "actor", clause.actor());
    many(said, "acts", clause.acts());
    one(said, "target", clause.target());
    one(said, "time_rule", clause.timeRule());
    one(said, "exclusions", clause.exclusions());
    many(said, "protected_conduct", clause.protectedConduct());
    one(said, "evidence_standard", clause.evidenceStandard());
    if (clause.evidenceThreshold() != null) {
      one(said, "evidence_threshold", code(clause.evidenceThreshold()));
    }
    for (Clause.Element element : clause.elements()) {
      texts(said, "elements." + element.code() + ".", element.text());
    }
    many(said, "reiterates", clause.reiterates());
    one(said, "verifiability", code(clause.verifiability()));
    many(said, "bound_parties", clause.boundParties());
    one(said, "entry.needs", code(clause.entry().needs()));
    many(said, "entry.parties", clause.entry().parties());
    one(said, "effective_from", clause.effectiveFrom());
    EmbargoRule embargo = clause.embargo();
    if (embargo != null) {
      one(said, "embargo.closes_with", code(embargo.closesWith()));
      many(said, "embargo.missions", embargo.missions());
      one(said, "embargo.days_without_mission", embargo.daysWithoutMission());
    }
    return said;
  }

  private static String code(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static void one(Map<String, Set<String>> said, String field, @Nullable Object value) {
    if (value != null) {
      said.put(field, Set.of(value.toString()));
    }
  }

  private static void many(Map<String, Set<String>> said, String field, List<?> values) {
    if (!values.isEmpty()) {
      said.put(
          field,
          values.stream()
              .map(Object::toString)
              .collect(Collectors.toCollection(LinkedHashSet::new)));
    }
  }

  private static void texts(
      Map<String, Set<String>> said, String prefix, Map<LanguageTag, String> texts) {
    new TreeMap<>(texts).forEach((language, text) -> said.put(prefix + language, Set.of(text)));
  }
}
