/** Events to canonical JSON and back. The only package of core that knows Jackson. */
@NullMarked
package org.accordledger.core.codec;

import org.jspecify.annotations.NullMarked;
