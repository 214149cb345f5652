@NullMarked
package org.accordledger.api.backup;

import org.jspecify.annotations.NullMarked;
