@NullMarked
package org.accordledger.api.architecture.canary.one;

import org.jspecify.annotations.NullMarked;
