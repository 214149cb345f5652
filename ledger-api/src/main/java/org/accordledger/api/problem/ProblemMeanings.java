package org.accordledger.api.problem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.accordledger.core.FilingRefusal;
import org.accordledger.core.RefusalCode;
import org.accordledger.core.accord.AccordRefusal;
import org.accordledger.core.cases.CaseRefusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What each problem's type leads to: the code's meaning and its remedy. */
@RestController
final class ProblemMeanings {
  private static final String REMEDY =
      "Nothing was stored. The detail of the answer names the facts; change the request or the"
          + " order of acts, and send it under a new Idempotency-Key.";

  /**
   * The meaning of a code.
   *
   * @param code as in {@code code} of a problem document
   * @param status HTTP status it comes with
   * @param title what is wrong, in one sentence; the rules, where the domain refuses
   * @param remedy what to do about it
   */
  record Meaning(String code, int status, String title, String remedy) {}

  private static final Map<String, Meaning> MEANINGS = meanings();

  @GetMapping("/problems/{code}")
  Meaning meaning(@PathVariable String code) {
    Meaning found = MEANINGS.get(code);
    if (found == null) {
      throw Problem.of(ProblemCode.NOT_FOUND, "No problem has this code.").toException();
    }
    return found;
  }

  /** Every code there is. */
  static Map<String, Meaning> meanings() {
    Map<String, List<String>> rules = new LinkedHashMap<>();
    refusals()
        .forEach(
            refusal ->
                rules.computeIfAbsent(refusal.code(), _ -> new ArrayList<>()).add(refusal.rule()));
    Map<String, Meaning> meanings = new LinkedHashMap<>();
    rules.forEach(
        (code, texts) ->
            meanings.put(
                code,
                new Meaning(
                    code,
                    HttpStatus.UNPROCESSABLE_CONTENT.value(),
                    String.join(" ", texts),
                    REMEDY)));
    for (ProblemCode code : ProblemCode.values()) {
      meanings.put(
          code.code(),
          new Meaning(code.code(), code.status().value(), code.title() + ".", code.remedy()));
    }
    return meanings;
  }

  private static Stream<RefusalCode> refusals() {
    return Stream.of(FilingRefusal.values(), AccordRefusal.values(), CaseRefusal.values())
        .flatMap(Stream::of);
  }
}
