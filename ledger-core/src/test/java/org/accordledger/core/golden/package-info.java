/** Golden files: what was once written must be read and written the same for ever. */
@NullMarked
package org.accordledger.core.golden;

import org.jspecify.annotations.NullMarked;
