package org.accordledger.api.reads;

import java.util.List;

/**
 * The act library: codes that mean the same in every accord.
 *
 * @param version of the library; a later one may add codes and takes none away
 */
public record ActsDocument(int version, List<Scheme> schemes, List<Act> items) {

  /**
   * Whose codes these are.
   *
   * @param code what stands before the colon of each code
   * @param licence that the list of names is published under
   */
  public record Scheme(String code, String name, String source, String licence) {}

  /** One act, for example {@code disarm:T0023}. */
  public record Act(String code, String name) {}
}
