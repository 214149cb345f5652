/** Tests of the node of projections as a service. */
@NullMarked
package org.accordledger.api.node;

import org.jspecify.annotations.NullMarked;
