package org.accordledger.core.cases;

import java.util.List;
import org.accordledger.core.Refused;
import org.accordledger.core.Texts;
import org.accordledger.core.cases.CaseCommand.LinkReaction;
import org.accordledger.core.cases.CaseEvent.ReactionLinked;

/** What injured parties did on their own. It moves no stage and no grade. */
final class Reactions {
  private Reactions() {}

  static List<CaseEvent> decide(Case state, LinkReaction command) {
    Texts.requireLine("title", command.title(), Texts.TITLE);
    if (command.source() != null) {
      Texts.requireLink("source", command.source());
    }
    Allegation allegation = state.allegation();
    boolean injured =
        !command.by().equals(allegation.respondent())
            && (command.by().equals(allegation.complainant())
                || allegation.victims().contains(command.by()));
    if (!injured) {
      throw new Refused(
          CaseRefusal.NOT_INJURED,
          "%s is neither the complainant nor a victim of %s".formatted(command.by(), state.id()));
    }
    if (command.on().isAfter(command.filed().day())) {
      throw new Refused(
          CaseRefusal.REACTED_IN_FUTURE,
          "on %s is after the day of filing, %s".formatted(command.on(), command.filed().day()));
    }
    if (allegation.occurred().beganAfter(command.on())) {
      throw new Refused(
          CaseRefusal.REACTED_BEFORE,
          "on %s is before the conduct began, %s"
              .formatted(command.on(), allegation.occurred().from()));
    }
    return List.of(
        new ReactionLinked(
            command.by(),
            command.kind(),
            command.on(),
            command.title(),
            command.source(),
            command.text(),
            command.filed()));
  }
}
