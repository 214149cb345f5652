@NullMarked
package org.accordledger.api.security;

import org.jspecify.annotations.NullMarked;
