@NullMarked
package org.accordledger.audit.trust;

import org.jspecify.annotations.NullMarked;
