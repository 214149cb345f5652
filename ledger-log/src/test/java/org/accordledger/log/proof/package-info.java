@NullMarked
package org.accordledger.log.proof;

import org.jspecify.annotations.NullMarked;
