@NullMarked
package org.accordledger.api;

import org.jspecify.annotations.NullMarked;
