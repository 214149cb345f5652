@NullMarked
package org.accordledger.api.architecture;

import org.jspecify.annotations.NullMarked;
