/** The rules that hold the house up, and a canary for each that proves it bites. */
@NullMarked
package org.accordledger.core.architecture;

import org.jspecify.annotations.NullMarked;
