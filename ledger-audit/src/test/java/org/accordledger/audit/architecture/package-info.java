@NullMarked
package org.accordledger.audit.architecture;

import org.jspecify.annotations.NullMarked;
