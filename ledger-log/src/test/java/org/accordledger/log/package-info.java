@NullMarked
package org.accordledger.log;

import org.jspecify.annotations.NullMarked;
