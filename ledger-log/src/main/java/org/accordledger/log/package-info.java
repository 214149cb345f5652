/**
 * The verifiable log: leaves, their hashes and the tree over them. May depend on the JDK alone.
 *
 * <p>{@code tile} lays the log out as files, {@code note} signs its checkpoints, {@code proof}
 * proves positions and growth. They depend on this package, proofs also on the other two.
 */
@NullMarked
package org.accordledger.log;

import org.jspecify.annotations.NullMarked;
