@NullMarked
package org.accordledger.api.deadlines;

import org.jspecify.annotations.NullMarked;
