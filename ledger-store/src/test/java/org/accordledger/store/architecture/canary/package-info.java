@NullMarked
package org.accordledger.store.architecture.canary;

import org.jspecify.annotations.NullMarked;
