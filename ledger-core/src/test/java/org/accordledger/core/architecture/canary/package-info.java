/** Classes that break the architecture on purpose, one per rule. Nothing else uses them. */
@NullMarked
package org.accordledger.core.architecture.canary;

import org.jspecify.annotations.NullMarked;
