package org.accordledger.api.reads;

import java.time.LocalDate;
import java.util.List;
import org.accordledger.core.BodyId;
import org.accordledger.core.Occurred;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.OfferId;
import org.accordledger.core.accord.TextDigest;
import org.accordledger.core.accord.TextId;
import org.jspecify.annotations.Nullable;

/** Texts that were committed to before they were shown, in the order of their commitment. */
public record RestrictedTextsDocument(AccordId accord, List<Item> items) {

  /**
   * One text, with its times kept apart.
   *
   * @param digest base64url without padding of SHA-256 over salt and text
   * @param offer the offer it is the text of; absent if none was named
   * @param occurred when the text was made or handed over
   * @param committed when its digest was said to the ledger and recorded
   * @param disclosure absent while it is restricted
   */
  public record Item(
      TextId text,
      TextDigest digest,
      BodyId committedBy,
      @Nullable OfferId offer,
      Occurred occurred,
      Said committed,
      @Nullable Disclosure disclosure) {}

  /**
   * The text was shown.
   *
   * @param disclosed the day it became known
   * @param said when that was said to the ledger and recorded
   * @param words its own text is absent if it was withheld since
   * @param salt in base64url without padding, with which everybody can compute the digest; absent
   *     if the text was withheld
   */
  public record Disclosure(
      LocalDate disclosed, Said said, TextDocument words, @Nullable String salt) {}
}
