package org.accordledger.audit.witness;

/**
 * What a witness answers.
 *
 * @param status of HTTP
 * @param type of the body
 */
public record WitnessAnswer(int status, String type, String body) {
  private static final String TEXT = "text/plain; charset=utf-8";

  static WitnessAnswer cosigned(String line) {
    return new WitnessAnswer(200, TEXT, line + "\n");
  }

  /** The witness has cosigned another size than the log thinks. */
  static WitnessAnswer otherSize(long size) {
    return new WitnessAnswer(409, "text/x.tlog.size", size + "\n");
  }

  static WitnessAnswer refused(int status, String why) {
    return new WitnessAnswer(status, TEXT, why + "\n");
  }
}
