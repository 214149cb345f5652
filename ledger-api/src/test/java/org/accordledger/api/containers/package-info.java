/**
 * The ledger with a PostgreSQL, a Kafka and a composed system that run in containers. Skipped with
 * a message where there is no Docker engine, or an image is not on this machine: nothing is pulled.
 */
@NullMarked
package org.accordledger.api.containers;

import org.jspecify.annotations.NullMarked;
