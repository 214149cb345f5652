/**
 * Elections, who observed them and when the observers spoke, and the windows in which an embargo
 * clause forbids a verdict. Depends on the root package and accords.
 */
@NullMarked
package org.accordledger.core.election;

import org.jspecify.annotations.NullMarked;
