/** The audit directory: the log's files as served, the payloads, and what was verified last. */
@NullMarked
package org.accordledger.audit.files;

import org.jspecify.annotations.NullMarked;
