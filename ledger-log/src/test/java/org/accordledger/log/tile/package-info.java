@NullMarked
package org.accordledger.log.tile;

import org.jspecify.annotations.NullMarked;
