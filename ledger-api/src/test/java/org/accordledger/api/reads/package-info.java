@NullMarked
package org.accordledger.api.reads;

import org.jspecify.annotations.NullMarked;
