/**
 * Brings a log and its payloads into an audit directory, from a server that may lie: a file of the
 * log is stored only after it has proved to belong to the signed tree.
 */
@NullMarked
package org.accordledger.audit.fetch;

import org.jspecify.annotations.NullMarked;
