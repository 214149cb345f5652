package org.accordledger.api.reads;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Inquiries that the reader is a side of, the oldest first; to everybody else there is none.
 *
 * @param next address of the page after this one; absent on the last
 * @param prev address of the page before this one; absent on the first
 */
public record InquiriesDocument(
    List<InquiryDocument> items, @Nullable String next, @Nullable String prev) {}
