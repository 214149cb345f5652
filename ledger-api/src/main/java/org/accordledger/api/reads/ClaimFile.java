package org.accordledger.api.reads;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.accordledger.api.visibility.FiledExhibits;
import org.accordledger.core.ContentRef;
import org.accordledger.core.LanguageTag;
import org.accordledger.core.Recorded;
import org.accordledger.core.cases.CaseEvent;
import org.accordledger.core.cases.CaseEvent.ClaimAssessed;
import org.accordledger.core.evidence.Claim;
import org.accordledger.core.evidence.ClaimStatus;
import org.accordledger.core.evidence.Exhibit;

/** The numbers that a case's exhibits quote, put together for one reader. */
final class ClaimFile {
  private final Function<Map<LanguageTag, ContentRef>, List<TextDocument>> texts;
  private final Map<String, Claim> claims = new LinkedHashMap<>();
  private final Map<String, List<ClaimDocument.Assessment>> assessments = new LinkedHashMap<>();

  ClaimFile(Function<Map<LanguageTag, ContentRef>, List<TextDocument>> texts) {
    this.texts = texts;
  }

  /** Takes one event, as far as the reader may see it. */
  void read(Recorded<? extends CaseEvent> recorded) {
    quoted(FiledExhibits.of(recorded.event()));
    if (recorded.event() instanceof ClaimAssessed e) {
      assessments
          .computeIfAbsent(e.exhibit(), _ -> new ArrayList<>())
          .add(
              new ClaimDocument.Assessment(
                  e.filed().day(),
                  recorded.position(),
                  e.status(),
                  e.evidence(),
                  texts.apply(e.reason())));
    }
  }

  List<ClaimDocument> documents() {
    List<ClaimDocument> documents = new ArrayList<>();
    claims.forEach(
        (exhibit, claim) -> {
          List<ClaimDocument.Assessment> said = assessments.getOrDefault(exhibit, List.of());
          documents.add(
              new ClaimDocument(
                  exhibit,
                  claim.statement(),
                  claim.number(),
                  claim.unit(),
                  said.isEmpty() ? ClaimStatus.UNVERIFIED : said.getLast().status(),
                  List.copyOf(said)));
        });
    return List.copyOf(documents);
  }

  private void quoted(List<Exhibit> exhibits) {
    for (Exhibit exhibit : exhibits) {
      if (exhibit.claim() != null) {
        claims.put(exhibit.id(), exhibit.claim());
      }
    }
  }
}
