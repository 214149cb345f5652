package org.accordledger.api.problem;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.accordledger.core.FilingRefusal;
import org.accordledger.core.RefusalCode;
import org.accordledger.core.accord.AccordRefusal;
import org.accordledger.core.accord.ObservanceRefusal;
import org.accordledger.core.cases.CaseRefusal;
import org.accordledger.core.election.ElectionRefusal;
import org.accordledger.core.inquiry.InquiryRefusal;
import org.accordledger.core.series.SeriesRefusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * What each problem's type leads to: the code's meaning and its remedy. What the domain refuses has
 * its remedy in {@code docs/problems}, which the build packs beside the classes.
 */
@RestController
public final class ProblemMeanings {
  private static final String HEADING = "## What to do";
  private static final String NOTHING_STORED =
      " Nothing was stored: send what you change under a new Idempotency-Key.";

  /**
   * The meaning of a code.
   *
   * @param code as in {@code code} of a problem document
   * @param status HTTP status it comes with
   * @param title what is wrong, in one sentence; the rules, where the domain refuses
   * @param remedy what to do about it
   */
  public record Meaning(String code, int status, String title, String remedy) {}

  private static final Map<String, Meaning> MEANINGS = meanings();

  ProblemMeanings() {}

  @GetMapping(path = "/problems/{code}", produces = MediaType.APPLICATION_JSON_VALUE)
  Meaning meaning(@PathVariable String code) {
    return of(code);
  }

  /**
   * The meaning of a code.
   *
   * @throws ProblemException if there is no such code
   */
  public static Meaning of(String code) {
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
                    whatToDo(code) + NOTHING_STORED)));
    for (ProblemCode code : ProblemCode.values()) {
      meanings.put(
          code.code(),
          new Meaning(code.code(), code.status().value(), code.title() + ".", code.remedy()));
    }
    return meanings;
  }

  private static Stream<RefusalCode> refusals() {
    return Stream.of(
            FilingRefusal.values(),
            AccordRefusal.values(),
            ObservanceRefusal.values(),
            CaseRefusal.values(),
            ElectionRefusal.values(),
            InquiryRefusal.values(),
            SeriesRefusal.values())
        .flatMap(Stream::of);
  }

  private static String whatToDo(String code) {
    try (InputStream page =
        ProblemMeanings.class.getResourceAsStream("/problems/" + code + ".md")) {
      if (page == null) {
        throw new IllegalStateException("docs/problems/" + code + ".md is not in the build");
      }
      String text = new String(page.readAllBytes(), UTF_8);
      return text.substring(text.indexOf(HEADING) + HEADING.length())
          .lines()
          .filter(line -> !line.isBlank())
          .collect(Collectors.joining(" "));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
