package org.accordledger.api.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.accordledger.api.imports.Submission.RowName;
import org.jspecify.annotations.Nullable;

/**
 * Adds up what became of the rows: a row is imported if at least one of its cases was new, already
 * present if none was new and at least one was there, and rejected if nothing of it could be used.
 */
final class ImportTally {
  private static final int WORDINGS_SHOWN = 10;

  private final @Nullable RejectsFile rejects;
  private final String what;
  private final Map<Reason, Integer> reasons = new LinkedHashMap<>();
  private final Map<Reason, Integer> parts = new LinkedHashMap<>();
  private final Map<Reason, Integer> flags = new LinkedHashMap<>();
  private final Map<String, Integer> grounds = new TreeMap<>();
  private long imported;
  private long present;
  private long rejected;
  private long newCases;
  private long presentCases;
  private long refusedCases;

  ImportTally(@Nullable RejectsFile rejects) {
    this(rejects, "cases");
  }

  /**
   * @param what is made of rows, in the plural
   */
  ImportTally(@Nullable RejectsFile rejects, String what) {
    this.rejects = rejects;
    this.what = what;
  }

  private record Reason(String code, String detail) {}

  /** What became of one case. */
  sealed interface CaseOutcome {
    /** It was filed; the ground is what the system declared it inadmissible for, if it did. */
    record Filed(@Nullable String ground) implements CaseOutcome {}

    record AlreadyPresent() implements CaseOutcome {}

    record Refused(String code, String detail) implements CaseOutcome {}
  }

  synchronized void reject(Submission submission, Submission.Problem problem) {
    rejected += submission.rows().size();
    submission.rows().forEach(row -> rejectRow(row, problem.code(), problem.detail()));
  }

  synchronized void add(Submission submission, List<CaseOutcome> outcomes) {
    boolean anyNew = false;
    boolean anyPresent = false;
    List<CaseOutcome.Refused> refusals = new ArrayList<>();
    for (CaseOutcome outcome : outcomes) {
      switch (outcome) {
        case CaseOutcome.Filed filed -> {
          anyNew = true;
          newCases++;
          if (filed.ground() != null) {
            grounds.merge(filed.ground(), 1, Integer::sum);
          }
        }
        case CaseOutcome.AlreadyPresent _ -> {
          anyPresent = true;
          presentCases++;
        }
        case CaseOutcome.Refused refused -> {
          refusedCases++;
          refusals.add(refused);
        }
      }
    }
    long rows = submission.rows().size();
    imported += anyNew ? rows : 0;
    present += !anyNew && anyPresent ? rows : 0;
    if (!anyNew && !anyPresent) {
      CaseOutcome.Refused first = refusals.getFirst();
      reject(submission, new Submission.Problem(first.code(), first.detail()));
      return;
    }
    RowName row = submission.rows().getFirst();
    submission.notes().forEach(note -> tell(row, note));
    refusals.forEach(refused -> leaveOut(row, refused.code(), refused.detail()));
  }

  private void rejectRow(RowName row, String code, String detail) {
    reasons.merge(new Reason(code, detail), 1, Integer::sum);
    if (rejects != null) {
      rejects.row(row, code, detail);
    }
  }

  private void tell(RowName row, Scope.Note note) {
    if (!note.kept()) {
      leaveOut(row, note.code(), note.detail());
      return;
    }
    flags.merge(new Reason(note.code(), note.detail()), 1, Integer::sum);
    if (rejects != null) {
      rejects.flag(row, note.code(), note.detail());
    }
  }

  private void leaveOut(RowName row, String code, String detail) {
    parts.merge(new Reason(code, detail), 1, Integer::sum);
    if (rejects != null) {
      rejects.part(row, code, detail);
    }
  }

  synchronized long rows() {
    return imported + present + rejected;
  }

  /** True if there were rows and none could be used. */
  synchronized boolean nothingUsed() {
    return rejected > 0 && imported + present == 0;
  }

  /** What to tell the user; the last line is the one that scripts read. */
  synchronized List<String> summary(boolean dryRun) {
    List<String> lines = new ArrayList<>();
    list(lines, "rows rejected", reasons);
    list(lines, "left out of rows that were used", parts);
    list(lines, "kept as they are, and worth a look", flags);
    if (rejects != null && rejected + parts.size() + flags.size() > 0) {
      lines.add("every one with its line: " + rejects.path());
    }
    lines.add(dryRun ? newCases + " " + what + " would be filed" : cases());
    lines.add(
        dryRun
            ? "dry run, nothing was sent: would import " + imported + ", rejected " + rejected
            : "imported " + imported + ", already present " + present + ", rejected " + rejected);
    return lines;
  }

  private String cases() {
    StringBuilder text =
        new StringBuilder()
            .append(newCases + presentCases)
            .append(" " + what + ": ")
            .append(newCases)
            .append(" new, ")
            .append(presentCases)
            .append(" already there");
    if (refusedCases > 0) {
      text.append(", ").append(refusedCases).append(" refused");
    }
    if (!grounds.isEmpty()) {
      int inadmissible = grounds.values().stream().mapToInt(Integer::intValue).sum();
      text.append("; of the new ones the system declared ")
          .append(inadmissible)
          .append(" inadmissible (")
          .append(
              grounds.entrySet().stream()
                  .map(ground -> ground.getValue() + " " + ground.getKey().replace('_', ' '))
                  .collect(Collectors.joining(", ")))
          .append(")");
    }
    return text.toString();
  }

  /** One line per reason; where a code comes in many wordings, one line with an example. */
  private static void list(List<String> lines, String title, Map<Reason, Integer> counts) {
    if (counts.isEmpty()) {
      return;
    }
    lines.add(title + ":");
    Map<String, List<Map.Entry<Reason, Integer>>> byCode =
        counts.entrySet().stream().collect(Collectors.groupingBy(r -> r.getKey().code()));
    Map<String, Integer> shown = new TreeMap<>();
    byCode.forEach(
        (code, reasons) -> {
          if (reasons.size() <= WORDINGS_SHOWN) {
            reasons.forEach(r -> shown.put(code + ": " + r.getKey().detail(), r.getValue()));
          } else {
            int sum = reasons.stream().mapToInt(Map.Entry::getValue).sum();
            shown.put(code + ", for example: " + reasons.getFirst().getKey().detail(), sum);
          }
        });
    shown.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
        .forEach(r -> lines.add("  %6d  %s".formatted(r.getValue(), plain(r.getKey()))));
  }

  /** Words of the file on a terminal: no control characters, no endless lines. */
  private static String plain(String text) {
    String clean = text.replaceAll("\\p{Cntrl}", " ");
    return clean.length() > 160 ? clean.substring(0, 157) + "..." : clean;
  }
}
