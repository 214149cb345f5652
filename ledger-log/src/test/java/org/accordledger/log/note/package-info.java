@NullMarked
package org.accordledger.log.note;

import org.jspecify.annotations.NullMarked;
