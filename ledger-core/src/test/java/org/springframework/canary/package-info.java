/** A stand-in that an architecture canary depends on. */
@NullMarked
package org.springframework.canary;

import org.jspecify.annotations.NullMarked;
