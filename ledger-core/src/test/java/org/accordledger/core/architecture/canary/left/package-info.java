/** One half of a cycle. */
@NullMarked
package org.accordledger.core.architecture.canary.left;

import org.jspecify.annotations.NullMarked;
