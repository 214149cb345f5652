package org.accordledger.api.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.accordledger.api.reads.AccordDocument;
import org.accordledger.core.BodyId;
import org.accordledger.core.accord.Clause;
import org.accordledger.core.accord.ClauseCode;
import org.accordledger.core.accord.Party;
import org.jspecify.annotations.Nullable;

/**
 * What things of one accord are called in the reader's language; their codes where they have no
 * name.
 */
final class Names {
  private final AccordDocument accord;
  private final Locale locale;

  Names(AccordDocument accord, Locale locale) {
    this.accord = accord;
    this.locale = locale;
  }

  String title() {
    String title = Words.text(accord.title(), locale);
    return title.isEmpty() ? accord.accord().value() : title;
  }

  String of(@Nullable BodyId body) {
    if (body == null) {
      return "";
    }
    for (Party party : accord.parties()) {
      if (party.id().equals(body)) {
        String name = Words.text(party.name(), locale);
        return name.isEmpty() ? body.value() : name;
      }
    }
    return body.value();
  }

  String of(List<BodyId> bodies) {
    return bodies.stream().map(this::of).collect(Collectors.joining(", "));
  }

  List<String> parties() {
    return accord.parties().stream().map(party -> of(party.id())).toList();
  }

  String text(ClauseCode clause) {
    return accord.clause(clause).map(found -> Words.text(found.text(), locale)).orElse("");
  }

  /**
   * The elements of the version a case is judged under, in the clause's own order; empty if that is
   * unknown.
   */
  List<Clause.Element> elements(ClauseCode clause, @Nullable Integer version) {
    return accord.clauses().stream()
        .filter(inForce -> inForce.clause().code().equals(clause))
        .filter(inForce -> version == null || inForce.version() == version)
        .findFirst()
        .map(inForce -> inForce.clause().elements())
        .orElse(List.of());
  }

  String text(Clause.Element element) {
    String text = Words.text(element.text(), locale);
    return text.isEmpty() ? element.code().value() : text;
  }
}
