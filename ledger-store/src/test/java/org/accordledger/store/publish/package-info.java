@NullMarked
package org.accordledger.store.publish;

import org.jspecify.annotations.NullMarked;
