/** Evidence: exhibits and who is said to have acted. Depends on the root package alone. */
@NullMarked
package org.accordledger.core.evidence;

import org.jspecify.annotations.NullMarked;
