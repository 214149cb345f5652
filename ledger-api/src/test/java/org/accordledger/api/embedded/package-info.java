@NullMarked
package org.accordledger.api.embedded;

import org.jspecify.annotations.NullMarked;
