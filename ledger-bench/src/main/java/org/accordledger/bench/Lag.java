package org.accordledger.bench;

import java.time.Duration;

/**
 * How far the projections lay behind the log.
 *
 * @param stored events in the log
 * @param behind events that the slowest projection had still to apply
 * @param level how long it took until every projection had applied all of them
 */
record Lag(long stored, long behind, Duration level) {}
