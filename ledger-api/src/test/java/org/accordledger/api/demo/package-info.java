@NullMarked
package org.accordledger.api.demo;

import org.jspecify.annotations.NullMarked;
