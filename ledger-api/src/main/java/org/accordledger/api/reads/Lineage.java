package org.accordledger.api.reads;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.accordledger.core.accord.AccordEvent.AccordDrafted;
import org.accordledger.core.accord.AccordId;

/**
 * The citations between accords, walked breadth first. An accord that is reached twice is shown
 * once, at its nearest generation, so that accords that cite each other end the walk.
 */
final class Lineage {
  private final Map<String, AccordDrafted> accords = new LinkedHashMap<>();

  /**
   * @param drafts of every accord of the ledger
   */
  Lineage(List<AccordDrafted> drafts) {
    drafts.forEach(draft -> accords.put(draft.accord().value(), draft));
  }

  boolean knows(AccordId accord) {
    return accords.containsKey(accord.value());
  }

  LineageDocument of(AccordId accord) {
    List<LineageDocument.Ancestor> ancestors = ancestors(accord);
    return new LineageDocument(accord, ancestors, descendants(accord), shared(accord, ancestors));
  }

  private List<LineageDocument.Ancestor> ancestors(AccordId accord) {
    List<LineageDocument.Ancestor> found = new ArrayList<>();
    Set<String> walked = new LinkedHashSet<>(Set.of(accord.value()));
    Set<String> generation = Set.of(accord.value());
    for (int number = 1; !generation.isEmpty(); number++) {
      Map<String, List<AccordId>> next = new LinkedHashMap<>();
      for (String citing : generation) {
        AccordDrafted draft = accords.get(citing);
        if (draft != null) {
          for (String cited : new LinkedHashSet<>(draft.lineage())) {
            next.computeIfAbsent(cited, _ -> new ArrayList<>()).add(draft.accord());
          }
        }
      }
      next.keySet().removeAll(walked);
      walked.addAll(next.keySet());
      for (Map.Entry<String, List<AccordId>> one : next.entrySet()) {
        found.add(ancestor(one.getKey(), number, one.getValue()));
      }
      generation = next.keySet();
    }
    return List.copyOf(found);
  }

  private LineageDocument.Ancestor ancestor(String cited, int generation, List<AccordId> by) {
    AccordDrafted here = accords.get(cited);
    return new LineageDocument.Ancestor(
        cited, here != null, here == null ? Map.of() : here.title(), generation, by);
  }

  private List<LineageDocument.Descendant> descendants(AccordId accord) {
    List<LineageDocument.Descendant> found = new ArrayList<>();
    Set<String> walked = new LinkedHashSet<>(Set.of(accord.value()));
    Set<String> generation = Set.of(accord.value());
    for (int number = 1; !generation.isEmpty(); number++) {
      Set<String> next = new LinkedHashSet<>();
      for (AccordDrafted draft : accords.values()) {
        List<AccordId> cites =
            draft.lineage().stream()
                .filter(generation::contains)
                .distinct()
                .map(AccordId::new)
                .toList();
        if (!cites.isEmpty() && walked.add(draft.accord().value())) {
          next.add(draft.accord().value());
          found.add(new LineageDocument.Descendant(draft.accord(), draft.title(), number, cites));
        }
      }
      generation = next;
    }
    return List.copyOf(found);
  }

  private List<LineageDocument.Shared> shared(
      AccordId accord, List<LineageDocument.Ancestor> ancestors) {
    List<LineageDocument.Shared> shared = new ArrayList<>();
    for (LineageDocument.Ancestor ancestor : ancestors) {
      List<AccordId> others =
          accords.values().stream()
              .filter(draft -> draft.lineage().contains(ancestor.cited()))
              .map(AccordDrafted::accord)
              .filter(other -> !other.equals(accord) && !ancestor.citedBy().contains(other))
              .toList();
      if (!ancestor.here() && !others.isEmpty()) {
        shared.add(new LineageDocument.Shared(ancestor.cited(), others));
      }
    }
    return List.copyOf(shared);
  }
}
