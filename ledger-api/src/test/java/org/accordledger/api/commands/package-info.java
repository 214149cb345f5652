@NullMarked
package org.accordledger.api.commands;

import org.jspecify.annotations.NullMarked;
