package org.accordledger.api.commands;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.accordledger.core.inquiry.InquiryId;
import org.accordledger.store.IdempotencyKey;

/** Ids of inquiries: one for each account and key, so that a repeat asks the same once. */
final class InquiryIds {
  private InquiryIds() {}

  static InquiryId idFor(IdempotencyKey key) {
    String name = key.scope() + "\n" + key.key();
    return new InquiryId(
        "inquiry-" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
  }
}
