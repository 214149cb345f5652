package org.accordledger.core.random;

import java.util.Map;
import org.accordledger.core.BodyId;
import org.accordledger.core.Filing;
import org.accordledger.core.Occurred;
import org.accordledger.core.accord.AccordCommand;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.DraftId;
import org.accordledger.core.accord.MeetingCode;
import org.accordledger.core.accord.NegotiationCommand.CommitText;
import org.accordledger.core.accord.NegotiationCommand.ContributeText;
import org.accordledger.core.accord.NegotiationCommand.DiscloseText;
import org.accordledger.core.accord.NegotiationCommand.RecordAccount;
import org.accordledger.core.accord.TextDigest;
import org.accordledger.core.accord.TextId;

/** Random commands about texts that are restricted, told or drafted. */
final class TextCommands {
  private static final TextId TEXT = new TextId("t-1");
  private static final TextDigest DIGEST = new TextDigest(Cast.WORDS.value());
  private static final String SALT = "s".repeat(43);

  private final Choice choice;
  private final Cast cast;

  TextCommands(Choice choice, Cast cast) {
    this.choice = choice;
    this.cast = cast;
  }

  static DraftId draft(Choice choice) {
    return new DraftId("d-" + choice.between(1, 2));
  }

  AccordCommand next(AccordId accord, BodyId party, Filing filed) {
    Occurred occurred = Occurred.on(cast.today().minusDays(choice.between(-1, 30)));
    Filing registrar = cast.surely(Cast.registrar());
    return switch (choice.between(0, 4)) {
      case 0 -> new CommitText(accord, TEXT, DIGEST, party, occurred, null, filed);
      case 1 -> new DiscloseText(accord, TEXT, SALT, Cast.WORDS, Cast.EN, cast.today(), registrar);
      case 2 ->
          new RecordAccount(
              accord,
              new MeetingCode("m-" + choice.between(1, 2)),
              party,
              occurred,
              Map.of(Cast.EN, Cast.WORDS),
              "Note",
              filed);
      default ->
          new ContributeText(accord, draft(choice), null, Map.of(Cast.EN, Cast.WORDS), filed);
    };
  }
}
