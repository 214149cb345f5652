@NullMarked
package org.accordledger.api.imports;

import org.jspecify.annotations.NullMarked;
