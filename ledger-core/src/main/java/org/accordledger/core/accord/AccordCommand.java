package org.accordledger.core.accord;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.accordledger.core.AccountId;
import org.accordledger.core.BodyId;
import org.accordledger.core.ContentRef;
import org.accordledger.core.Filing;
import org.accordledger.core.LanguageTag;
import org.accordledger.core.LedgerCommand;
import org.jspecify.annotations.Nullable;

/** What can be asked of an accord. Parameters mean what they mean in {@link AccordEvent}. */
public sealed interface AccordCommand extends LedgerCommand
    permits AccordCommand.DraftAccord,
        AccordCommand.AdoptRules,
        AccordCommand.AdoptMethod,
        AccordCommand.AppointPanelist,
        AccordCommand.GrantStanding,
        AccordCommand.DeclareCoverage,
        AccordCommand.OfferText,
        AccordCommand.AcceptItems,
        AccordCommand.RefuseItems,
        AccordCommand.WithdrawOffer,
        NegotiationCommand,
        ObservanceCommand {
  AccordId accord();

  @Override
  default String streamId() {
    return accord().value();
  }

  record DraftAccord(
      AccordId accord,
      Map<LanguageTag, String> title,
      List<String> lineage,
      List<Party> parties,
      List<LanguageTag> languages,
      boolean hypothetical,
      boolean retrospective,
      List<Basket> baskets,
      ProcedureRules rules,
      Filing filed)
      implements AccordCommand {
    @Override
    public boolean beginsStream() {
      return true;
    }
  }

  record AdoptRules(
      AccordId accord,
      int responseDays,
      int panelSize,
      int quorum,
      @Nullable Integer particularsDays,
      @Nullable Integer replyDays,
      @Nullable Integer reviewDays,
      @Nullable Integer extensionDays,
      @Nullable Map<BasketCode, BasketClocks> baskets,
      Filing filed)
      implements AccordCommand {}

  record AdoptMethod(AccordId accord, int method, Filing filed) implements AccordCommand {}

  record AppointPanelist(
      AccordId accord, AccountId member, BodyId nationality, List<BasketCode> baskets, Filing filed)
      implements AccordCommand {}

  record GrantStanding(AccordId accord, BodyId body, Filing filed) implements AccordCommand {}

  record DeclareCoverage(
      AccordId accord, ClauseCode clause, BodyId body, LocalDate since, Filing filed)
      implements AccordCommand {}

  record OfferText(
      AccordId accord,
      OfferId offer,
      BodyId offeredBy,
      boolean severable,
      List<Clause> items,
      @Nullable String source,
      Filing filed)
      implements AccordCommand {}

  record AcceptItems(
      AccordId accord,
      OfferId offer,
      BodyId party,
      List<ClauseCode> items,
      boolean withoutAdmission,
      @Nullable String condition,
      Filing filed)
      implements AccordCommand {}

  record RefuseItems(
      AccordId accord,
      OfferId offer,
      BodyId party,
      List<ClauseCode> items,
      ContentRef reason,
      @Nullable ContentRef words,
      @Nullable String source,
      Filing filed)
      implements AccordCommand {}

  record WithdrawOffer(AccordId accord, OfferId offer, ContentRef reason, Filing filed)
      implements AccordCommand {}
}
