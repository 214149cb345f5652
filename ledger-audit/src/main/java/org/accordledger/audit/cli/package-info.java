/** The command line of the auditor. */
@NullMarked
package org.accordledger.audit.cli;

import org.jspecify.annotations.NullMarked;
