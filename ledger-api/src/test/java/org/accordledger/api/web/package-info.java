@NullMarked
package org.accordledger.api.web;

import org.jspecify.annotations.NullMarked;
