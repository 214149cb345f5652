/**
 * Known methods of statistics, each with its source: intervals for shares and for ratios of rates,
 * and the trend of counts. Depends on the JDK alone and knows no word of the domain.
 */
@NullMarked
package org.accordledger.core.statistics;

import org.jspecify.annotations.NullMarked;
