/**
 * Cases: one respondent party and one clause version, from allegation to finding. Depends on the
 * root package, on accords (for the terms a case is decided under) and on evidence.
 */
@NullMarked
package org.accordledger.core.cases;

import org.jspecify.annotations.NullMarked;
