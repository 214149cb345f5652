@NullMarked
package org.accordledger.audit.witness;

import org.jspecify.annotations.NullMarked;
