@NullMarked
package org.accordledger.log.architecture;

import org.jspecify.annotations.NullMarked;
