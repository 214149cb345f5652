@NullMarked
package org.accordledger.store;

import org.jspecify.annotations.NullMarked;
