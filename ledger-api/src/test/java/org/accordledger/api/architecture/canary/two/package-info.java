@NullMarked
package org.accordledger.api.architecture.canary.two;

import org.jspecify.annotations.NullMarked;
