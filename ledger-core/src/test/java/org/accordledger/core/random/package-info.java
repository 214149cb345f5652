/**
 * Random values, command sequences and event streams for tests of this and the other modules, from
 * a seed that is printed when a test fails. Published as this module's test-jar.
 */
@NullMarked
package org.accordledger.core.random;

import org.jspecify.annotations.NullMarked;
