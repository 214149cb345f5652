/** The auditor's commands against the running application, which they share nothing with. */
@NullMarked
package org.accordledger.api.audit;

import org.jspecify.annotations.NullMarked;
