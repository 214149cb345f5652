@NullMarked
package org.accordledger.audit.verify;

import org.jspecify.annotations.NullMarked;
