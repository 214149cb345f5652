@NullMarked
package org.accordledger.api.bus;

import org.jspecify.annotations.NullMarked;
