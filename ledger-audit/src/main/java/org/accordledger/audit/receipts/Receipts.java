package org.accordledger.audit.receipts;

import org.accordledger.audit.AuditProblem;
import org.accordledger.audit.files.LogDirectory;
import org.accordledger.audit.trust.KeyChain;
import org.accordledger.log.LogFormatException;
import org.accordledger.log.NotProvenException;
import org.accordledger.log.note.Checkpoint;
import org.accordledger.log.note.SignedNote;
import org.accordledger.log.proof.ConsistencyProof;
import org.accordledger.log.proof.InclusionProof;
import org.accordledger.log.proof.Receipt;
import org.accordledger.log.proof.TileNodes;

/** Receipts of one log. */
public final class Receipts {
  private final KeyChain keys;

  /**
   * @param keys of the log
   */
  public Receipts(KeyChain keys) {
    this.keys = keys;
  }

  /**
   * Makes the receipt of a position. It is verified before it is given away.
   *
   * @throws AuditProblem when the log has no such position, or its files do not prove it
   */
  public Receipt make(LogDirectory log, long position) {
    SignedNote note = log.checkpoint();
    Checkpoint checkpoint = keys.checkpoint(note, log.root().resolve("checkpoint").toString());
    byte[] leaf = log.leaf(position, checkpoint.size());
    TileNodes nodes = new TileNodes(checkpoint.size(), log);
    InclusionProof proof = InclusionProof.build(position, checkpoint.size(), nodes);
    Receipt receipt = Receipt.of(proof, note);
    try {
      receipt.verify(leaf, keys.log(note));
    } catch (NotProvenException e) {
      throw new AuditProblem(
          "the files in %s do not prove position %d: %s; 'audit verify' says which one is wrong"
              .formatted(log.root(), position, e.getMessage()),
          e);
    }
    return receipt;
  }

  /**
   * Checks a receipt.
   *
   * @param leaf the bytes it is said to be about
   * @return what the log signed
   * @throws AuditProblem when it does not hold
   */
  public Checkpoint check(Receipt receipt, byte[] leaf) {
    try {
      return receipt.verify(leaf, keys.log(receipt.checkpoint()));
    } catch (NotProvenException | LogFormatException e) {
      throw new AuditProblem("the receipt does not hold: " + e.getMessage(), e);
    }
  }

  /**
   * Holds what a receipt leads to against the log in a directory.
   *
   * @throws AuditProblem when they are two histories, or the directory is older
   */
  public void requireSameHistory(Checkpoint receipt, LogDirectory log) {
    Checkpoint here =
        keys.checkpoint(log.checkpoint(), log.root().resolve("checkpoint").toString());
    if (receipt.size() > here.size()) {
      throw new AuditProblem(
          "the receipt is of %d entries, the log in %s has %d; fetch it again and then check"
              .formatted(receipt.size(), log.root(), here.size()));
    }
    try {
      ConsistencyProof.build(receipt.size(), here.size(), new TileNodes(here.size(), log))
          .verify(receipt.size(), receipt.root(), here.size(), here.root());
    } catch (NotProvenException e) {
      throw new AuditProblem(
          "the receipt is of another history than the log in %s, and the log has signed both; keep them, they prove it"
              .formatted(log.root()),
          e);
    }
  }
}
