/** The rules of this module's structure, and classes that break them. */
@NullMarked
package org.accordledger.projections.architecture;

import org.jspecify.annotations.NullMarked;
