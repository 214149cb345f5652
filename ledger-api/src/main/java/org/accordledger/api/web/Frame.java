package org.accordledger.api.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.accordledger.api.reads.Found;
import org.jspecify.annotations.Nullable;

/**
 * What stands around every page.
 *
 * @param title of the page, as text
 * @param active entry of the navigation the page belongs to
 * @param position last position the page shows
 * @param recorded when that was recorded; absent if the page shows no data of the ledger
 * @param past true if an earlier point than now was asked for
 * @param latest address of the same page at the present
 * @param hypothetical true if everything on the page belongs to a hypothetical accord
 * @param leftOut cases this reader may not see
 * @param formats the same data in other forms
 */
record Frame(
    String title,
    String active,
    String position,
    @Nullable String recorded,
    boolean past,
    String latest,
    boolean hypothetical,
    long leftOut,
    List<Format> formats) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** The same data in another form. */
  record Format(String name, String type, String href) {
    static Format json(Address address) {
      return new Format("JSON", "application/json", address.with("format", "json").toString());
    }

    static Format csv(Address address) {
      return new Format("CSV", "text/csv", address.with("format", "csv").toString());
    }
  }

  /** The frame of a page that shows data of the ledger. */
  static Frame of(String title, String active, Found<?> found, Address address) {
    return new Frame(
        title,
        active,
        Long.toString(found.position()),
        found.recordedAt() == null ? null : time(found.recordedAt()),
        found.past(),
        address.with("as_of", null).toString(),
        false,
        0,
        List.of(Format.json(address)));
  }

  /** The frame of a page that shows no data of the ledger. */
  static Frame bare(String title) {
    return new Frame(title, "", "", null, false, "/", false, 0, List.of());
  }

  Frame hypothetical(boolean is) {
    return new Frame(title, active, position, recorded, past, latest, is, leftOut, formats);
  }

  Frame leavingOut(long cases) {
    return new Frame(title, active, position, recorded, past, latest, hypothetical, cases, formats);
  }

  Frame in(List<Format> others) {
    return new Frame(
        title, active, position, recorded, past, latest, hypothetical, leftOut, others);
  }

  static String time(Instant instant) {
    return TIME.format(instant);
  }
}
