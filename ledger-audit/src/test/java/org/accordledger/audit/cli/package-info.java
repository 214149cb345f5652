@NullMarked
package org.accordledger.audit.cli;

import org.jspecify.annotations.NullMarked;
