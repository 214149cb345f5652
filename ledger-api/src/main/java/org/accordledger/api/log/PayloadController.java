package org.accordledger.api.log;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import org.accordledger.api.reads.Parameters;
import org.accordledger.api.security.Reader;
import org.accordledger.store.LedgerStore;
import org.accordledger.store.StoredPayload;
import org.accordledger.store.publish.LogPublisher;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The payloads behind the log's commitments, each with its salt, as NDJSON: one line for every
 * published position, also for what this reader may not see.
 */
@RestController
class PayloadController {
  private static final int MOST = 10_000;
  private static final int AT_A_TIME = 1_000;

  private final LedgerStore store;
  private final LogPublisher publisher;
  private final PayloadLines lines;

  PayloadController(LedgerStore store, LogPublisher publisher, PayloadLines lines) {
    this.store = store;
    this.publisher = publisher;
    this.lines = lines;
  }

  @GetMapping(path = "/payloads", produces = "application/x-ndjson")
  void list(
      @RequestParam(name = "from", required = false) @Nullable String from,
      @RequestParam(name = "limit", required = false) @Nullable String limit,
      HttpServletResponse response)
      throws IOException {
    Long asked = Parameters.position("from", from);
    long next = asked == null ? 0 : asked;
    long published = publisher.latest().size();
    long end = Math.min(published, next + most(limit));
    Reader reader = Reader.current();
    // looked for before the first byte: an answer under way cannot become a refusal
    store.events().firstMissing(next, end).ifPresent(this::stopAt);
    response.setContentType("application/x-ndjson");
    response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noCache().getHeaderValue());
    response.setHeader("Ledger-Position", Long.toString(published - 1));
    OutputStream out = response.getOutputStream();
    while (next < end) {
      long to = Math.min(end, next + AT_A_TIME);
      for (StoredPayload payload : store.events().readPayloads(next, to)) {
        if (payload.position() != next++) {
          stopAt(next - 1);
        }
        out.write(lines.of(payload, reader));
      }
      if (next < to) {
        stopAt(next);
      }
    }
  }

  private static int most(@Nullable String limit) {
    Integer most = Parameters.number("limit", limit);
    if (most != null && most > MOST) {
      throw Parameters.wrong("limit", "must be 1 to " + MOST);
    }
    return most == null ? AT_A_TIME : most;
  }

  /** Somebody has taken it away under the running ledger. */
  private void stopAt(long position) {
    throw publisher.stopAtMissing(position);
  }
}
