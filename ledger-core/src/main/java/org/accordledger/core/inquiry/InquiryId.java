package org.accordledger.core.inquiry;

import org.accordledger.core.Identifiers;

/** An inquiry and its stream: {@code inquiry-} and up to 100 of a-z, 0-9 and dashes. */
public record InquiryId(String value) implements Comparable<InquiryId> {
  public InquiryId {
    Identifiers.require("inquiry", value, "inquiry-[a-z0-9][a-z0-9-]{0,99}");
  }

  @Override
  public int compareTo(InquiryId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
