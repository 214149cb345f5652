/** Which keys speak for a log, from the one an auditor trusts on. */
@NullMarked
package org.accordledger.audit.trust;

import org.jspecify.annotations.NullMarked;
