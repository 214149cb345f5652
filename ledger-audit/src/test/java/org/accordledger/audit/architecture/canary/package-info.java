@NullMarked
package org.accordledger.audit.architecture.canary;

import org.jspecify.annotations.NullMarked;
