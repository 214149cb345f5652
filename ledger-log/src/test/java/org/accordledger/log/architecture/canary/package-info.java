@NullMarked
package org.accordledger.log.architecture.canary;

import org.jspecify.annotations.NullMarked;
