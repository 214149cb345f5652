package org.accordledger.audit.verify;

/**
 * What became of the payloads of a log.
 *
 * @param checked given, and committed to by their leaf
 * @param withheld from whoever downloaded them
 * @param absent not downloaded
 */
public record PayloadCounts(long checked, long withheld, long absent) {
  static final PayloadCounts NONE = new PayloadCounts(0, 0, 0);

  PayloadCounts plus(PayloadCounts more) {
    return new PayloadCounts(
        checked + more.checked, withheld + more.withheld, absent + more.absent);
  }
}
