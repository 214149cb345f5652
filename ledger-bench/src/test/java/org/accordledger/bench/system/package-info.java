@NullMarked
package org.accordledger.bench.system;

import org.jspecify.annotations.NullMarked;
