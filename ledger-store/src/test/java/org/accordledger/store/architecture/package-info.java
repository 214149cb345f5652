@NullMarked
package org.accordledger.store.architecture;

import org.jspecify.annotations.NullMarked;
