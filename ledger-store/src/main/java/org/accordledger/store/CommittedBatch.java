package org.accordledger.store;

import java.time.Duration;

/**
 * What one transaction of the committer made durable, for whoever measures it.
 *
 * @param lastPosition position of its last event
 * @param events how many events it added
 * @param commands how many appends were decided in it, also those it refused
 * @param took from taking the batch until the database said that it is durable
 */
public record CommittedBatch(long lastPosition, int events, int commands, Duration took) {}
