package org.accordledger.core.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.accordledger.core.BodyId;
import org.accordledger.core.ContentRef;
import org.accordledger.core.InvalidValue;
import org.accordledger.core.LanguageTag;
import org.accordledger.core.Marking;
import org.accordledger.core.Occurred;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.ClauseCode;
import org.accordledger.core.evidence.ActorLink;
import org.accordledger.core.evidence.Confidence;
import org.accordledger.core.evidence.Exhibit;
import org.jspecify.annotations.Nullable;

/**
 * What is alleged, by whom, against whom, under which clause.
 *
 * @param complainant the body that alleges
 * @param acts codes of the act library
 * @param disclosed when it became known; absent if not known
 * @param victims states said to be affected
 * @param title short, public
 * @param narrative per language, as content beside the events
 * @param attributionConfidence as the complainant states it; absent if not stated
 * @param attributionValue 0 to 100 where the complainant gives a number
 * @param hypotheses other explanations that stay open, each one sentence, as content beside the
 *     events
 * @param sourceId the complainant's own key, which makes an import idempotent
 * @param illustrative the case is an example made for demonstration and says so everywhere
 */
public record Allegation(
    AccordId accord,
    ClauseCode clause,
    BodyId respondent,
    BodyId complainant,
    List<String> acts,
    Occurred occurred,
    @Nullable LocalDate disclosed,
    List<BodyId> victims,
    String title,
    Map<LanguageTag, ContentRef> narrative,
    List<ActorLink> actorChain,
    @Nullable Confidence attributionConfidence,
    @Nullable Integer attributionValue,
    List<ContentRef> hypotheses,
    List<Exhibit> exhibits,
    @Nullable String sourceId,
    Marking marking,
    boolean illustrative) {
  public Allegation {
    if (attributionValue != null && (attributionValue < 0 || attributionValue > 100)) {
      throw new InvalidValue("attribution_value", "must be 0 to 100");
    }
  }
}
