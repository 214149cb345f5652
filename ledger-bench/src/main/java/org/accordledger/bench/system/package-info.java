/**
 * The whole system as processes of its own, faults in a random seeded order while commands go on,
 * and a check afterwards that nothing that was acknowledged is lost, doubled or shown wrongly. What
 * checks reads what everybody can read, the databases and the topic; it asks no part whether all is
 * well.
 */
@NullMarked
package org.accordledger.bench.system;

import org.jspecify.annotations.NullMarked;
