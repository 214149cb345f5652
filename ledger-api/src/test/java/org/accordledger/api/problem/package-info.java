@NullMarked
package org.accordledger.api.problem;

import org.jspecify.annotations.NullMarked;
