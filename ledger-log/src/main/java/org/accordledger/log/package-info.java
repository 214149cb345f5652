/** The verifiable log. May depend on the JDK alone. */
@NullMarked
package org.accordledger.log;

import org.jspecify.annotations.NullMarked;
