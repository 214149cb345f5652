@NullMarked
package org.accordledger.api.cli;

import org.jspecify.annotations.NullMarked;
