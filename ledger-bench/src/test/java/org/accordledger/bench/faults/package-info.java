@NullMarked
package org.accordledger.bench.faults;

import org.jspecify.annotations.NullMarked;
