package org.accordledger.store.publish;

import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.OptionalLong;
import org.accordledger.log.LogFormatException;
import org.accordledger.log.NotProvenException;
import org.accordledger.log.note.Checkpoint;
import org.accordledger.store.LogConnection;
import org.accordledger.store.LogState;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishing as one step after the other, without time or threads: hash what is stored, write the
 * files, put the signed checkpoint into the database if nobody else was first, serve it. Whatever
 * fails, and wherever it ends, the next round goes on from what is durable.
 */
final class Publication {
  private static final Logger log = LoggerFactory.getLogger(Publication.class);

  /** Entries whose files are held in memory, about 30 MB, until their root is known to be right. */
  private static final long HELD = 1 << 16;

  private final LogConnection database;
  private final LogDirectory directory;
  private final SigningKeys keys;
  private final String origin;
  private final InstantSource clock;
  private final Witnesses witnesses;
  private final PublishingListener listener;
  private final WrittenFiles written;
  private final Outgrown outgrown;

  private @Nullable SignedCheckpoint current;
  private @Nullable GrowingTree tree;
  private long stored;

  Publication(
      LogConnection database,
      LogDirectory directory,
      SigningKeys keys,
      String origin,
      InstantSource clock,
      Duration partialGrace,
      Witnesses witnesses,
      PublishingListener listener) {
    this.database = database;
    this.directory = directory;
    this.keys = keys;
    this.origin = origin;
    this.clock = clock;
    this.witnesses = witnesses;
    this.listener = listener;
    this.outgrown = new Outgrown(directory, clock, partialGrace);
    this.written = new WrittenFiles(directory, listener, outgrown::written);
  }

  /**
   * Checks the whole log, then completes what an end in the middle left undone. A log that was
   * never published is published with what it has.
   *
   * @throws LogContradiction when anything does not fit what was signed; nothing is signed then
   */
  SignedCheckpoint start() {
    directory
        .link()
        .ifPresent(
            link -> {
              throw LogContradiction.somewhere(
                  ("%s is a link, and nothing behind a link is served: put the files themselves"
                          + " there, or link the whole directory.")
                      .formatted(link));
            });
    LogState state = state();
    boolean fresh = state.note() == null && directory.checkpoint().isEmpty();
    if (keys.isEmpty() && !fresh) {
      throw LogContradiction.somewhere(
          "This log was signed with a key that is not here: put the directory of keys of the log"
              + " back, or copy it from the node that publishes.");
    }
    if (keys.isEmpty()) {
      keys.begin();
    }
    FoundCheckpoints found = FoundCheckpoints.read(state.note(), directory, keys);
    SignedCheckpoint last = found.last().orElse(null);
    if (last == null) {
      tree = GrowingTree.empty();
    } else {
      WholeLogCheck.Checked checked =
          new WholeLogCheck(database, origin, directory, found).run(last, state.size(), written);
      tree = checked.tree();
      checked.outgrown().forEach(outgrown::written);
      keys.settle();
      settle(last, found);
    }
    return round();
  }

  /** Brings the row and the file to the larger of the two. */
  private void settle(SignedCheckpoint last, FoundCheckpoints found) {
    SignedCheckpoint row = found.row();
    SignedCheckpoint file = found.file();
    if (row == null || row.size() < last.size()) {
      // if it is refused, somebody else was first: the round that comes next looks at that
      replaceRow(row == null ? null : row.note().bytes(), last);
    }
    if (file != null && file.size() == last.size()) {
      witnesses.remember(file);
      current = witnesses.cosigned(own(file));
      requireServed(current);
    } else {
      serve(last);
    }
  }

  /**
   * Publishes what is stored by now; nothing happens when there is no news.
   *
   * @return the checkpoint that is served
   * @throws LogContradiction when what is stored or signed by another node does not continue what
   *     is published
   */
  SignedCheckpoint round() {
    LogState state = state();
    stored = state.size();
    SignedCheckpoint before = current;
    byte[] row = state.note();
    if (row != null && (before == null || !sameSigned(row, before))) {
      return adopt(row);
    }
    if (before != null) {
      requireServed(before);
    }
    boolean news = before == null || state.size() > before.size();
    if (before != null && !news && keys.isSignedByAll(before.note())) {
      return serveLateLines(before);
    }
    if (before != null && state.size() < before.size()) {
      throw wentBack(state.size(), before);
    }
    byte[] root = state.edge().root();
    grow(state.size(), root);
    Checkpoint checkpoint = Checkpoint.of(origin, state.size(), root);
    SignedCheckpoint next = new SignedCheckpoint(checkpoint, keys.sign(checkpoint));
    if (replaceRow(row, next)) {
      return serve(next);
    }
    byte[] winner = state().note();
    if (winner == null) {
      throw LogContradiction.somewhere(
          "The signed checkpoint vanished from the database: restore a copy that has it.");
    }
    return adopt(winner);
  }

  private LogState state() {
    return database
        .state()
        .orElseThrow(
            () ->
                LogContradiction.somewhere(
                    "The database lacks the row of the log's head or of its last signed checkpoint:"
                        + " somebody has deleted it. Restore a copy that has both."));
  }

  /**
   * Whether the last round left entries unpublished that were stored before it: so it is when
   * another node signed less than there was.
   */
  boolean behind() {
    SignedCheckpoint served = current;
    return served == null || stored > served.size();
  }

  private SignedCheckpoint own(SignedCheckpoint served) {
    return new SignedCheckpoint(served.checkpoint(), keys.ownLines(served.note()));
  }

  /**
   * Looks whether anybody changed the file. One that is gone is written again, and so is one with
   * other lines than the log's own and its witnesses': the end of writing these may have failed.
   */
  private void requireServed(SignedCheckpoint served) {
    byte[] file = directory.checkpoint().orElse(null);
    if (file == null) {
      log.warn("The file checkpoint was gone, and is written again.");
      write(served);
      return;
    }
    if (Arrays.equals(file, served.note().bytes())) {
      return;
    }
    SignedCheckpoint found = FoundCheckpoints.verifiedFile(file, directory, keys);
    if (!Arrays.equals(own(found).note().bytes(), own(served).note().bytes())) {
      throw LogContradiction.somewhere(
          "The file checkpoint is not the one that was published: find out who changed it, and"
              + " start the ledger again.");
    }
    log.warn("The file checkpoint had lines that nobody here wrote, and is written again.");
    write(served);
  }

  /** Whether the row holds the log's own part of what is served, witnesses' lines aside. */
  private boolean sameSigned(byte[] row, SignedCheckpoint served) {
    return Arrays.equals(row, keys.ownLines(served.note()).bytes());
  }

  /** Serves what another node signed, after the same checks as if it were signed here. */
  private SignedCheckpoint adopt(byte[] row) {
    SignedCheckpoint signed = FoundCheckpoints.verified(row, FoundCheckpoints.ROW, keys);
    SignedCheckpoint before = current;
    if (before != null && signed.size() < before.size()) {
      throw wentBack(signed.size(), before);
    }
    GrowingTree ahead = tree;
    if (ahead != null && ahead.size() > signed.size()) {
      // this node was about to sign more than the other one did
      tree = null;
    }
    grow(signed.size(), signed.checkpoint().root());
    return serve(signed);
  }

  /**
   * Grows the tree to a size at which its root is known, and writes its files; none is written
   * before the root was compared, for it could not be taken back.
   */
  private void grow(long size, byte[] root) {
    GrowingTree growing = tree;
    // until it is whole again: a failure leaves the tree ahead of what is written
    tree = null;
    if (growing == null) {
      growing = resumed();
    }
    long more = size - growing.size();
    if (more > HELD) {
      GrowingTree rehearsal = resumed();
      read(rehearsal, size, TreeFiles.NONE);
      requireRoot(rehearsal, root);
      read(growing, size, written);
    }
    HeldFiles held = new HeldFiles();
    read(growing, size, held);
    if (more > 0) {
      growing.partials(held);
    }
    requireRoot(growing, root);
    held.release(written);
    tree = growing;
  }

  private void read(GrowingTree growing, long size, TreeFiles files) {
    StoredLeaves.read(database, growing, size, files);
    if (growing.size() < size) {
      throw LogContradiction.at(
          growing.size(),
          "The database lacks the entry at position %d: restore a copy that has it."
              .formatted(growing.size()));
    }
  }

  private GrowingTree resumed() {
    SignedCheckpoint served = current;
    if (served == null) {
      return GrowingTree.empty();
    }
    try {
      return GrowingTree.resume(served.size(), served.checkpoint().root(), directory);
    } catch (NotProvenException | LogFormatException | MissingFile e) {
      throw LogContradiction.somewhere(
          ("The files of the log are not what was signed (%s): start again, so that all of it is"
                  + " checked.")
              .formatted(e.getMessage()));
    }
  }

  private void requireRoot(GrowingTree grown, byte[] root) {
    if (!Arrays.equals(grown.root(), root)) {
      OptionalLong position = database.firstLeafUnlikeItsHash(grown.size());
      throw position.isPresent()
          ? LogContradiction.wrongEntry(position.getAsLong())
          : LogContradiction.somewhere(
              ("The first %d entries in the database do not give the root that was kept of them:"
                      + " somebody changed them. Restore the database from a copy.")
                  .formatted(grown.size()));
    }
  }

  private static LogContradiction wentBack(long size, SignedCheckpoint served) {
    return LogContradiction.at(
        size,
        ("The database went back to %d entries, and %d are published: it is an old copy. Restore"
                + " one that has them all.")
            .formatted(size, served.size()));
  }

  private boolean replaceRow(byte @Nullable [] expected, SignedCheckpoint next) {
    String what = Long.toString(next.size());
    listener.before(PublishingStep.ROW, what);
    boolean replaced =
        database.replace(
            expected,
            next.size(),
            next.checkpoint().root(),
            keys.ownLines(next.note()).bytes(),
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    listener.after(PublishingStep.ROW, what);
    return replaced;
  }

  /** Serves the log's own note with the lines of the witnesses who answer in time. */
  private SignedCheckpoint serve(SignedCheckpoint own) {
    witnesses.ask(own);
    SignedCheckpoint next = witnesses.cosigned(own);
    write(next);
    outgrown.served();
    return next;
  }

  private SignedCheckpoint serveLateLines(SignedCheckpoint served) {
    witnesses.remind(served);
    SignedCheckpoint more = witnesses.cosigned(own(served));
    if (more.note().signatures().size() <= served.note().signatures().size()) {
      return served;
    }
    write(more);
    return more;
  }

  private void write(SignedCheckpoint next) {
    String what = Long.toString(next.size());
    listener.before(PublishingStep.CHECKPOINT, what);
    directory.writeCheckpoint(next.note());
    current = next;
    listener.after(PublishingStep.CHECKPOINT, what);
  }
}
