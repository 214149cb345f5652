package org.accordledger.core.accord;

/**
 * Gives the current terms of an accord to the decisions of a case. Owned by the application, which
 * reads the accord's stream.
 */
public interface AccordTermsSource {
  /**
   * Reads the terms.
   *
   * @throws org.accordledger.core.Refused if there is no such accord
   */
  AccordTerms termsOf(AccordId accord);
}
