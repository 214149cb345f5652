@NullMarked
package org.accordledger.api.metrics;

import org.jspecify.annotations.NullMarked;
