@NullMarked
package org.accordledger.api.yaml;

import org.jspecify.annotations.NullMarked;
