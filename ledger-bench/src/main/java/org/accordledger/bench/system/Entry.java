package org.accordledger.bench.system;

/**
 * An event where it stands: in a log its place in the list is its position.
 *
 * @param id of the event
 * @param version of its stream, from 0
 */
record Entry(String id, String stream, long version) {}
