/** One half of a cycle. */
@NullMarked
package org.accordledger.core.architecture.canary.right;

import org.jspecify.annotations.NullMarked;
