/** Tests of the nodes that run projections without the store. */
@NullMarked
package org.accordledger.projections.node;

import org.jspecify.annotations.NullMarked;
