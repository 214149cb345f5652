/**
 * The verifiable log over HTTP: its public files, receipts, and the payloads that readers check
 * against it. What an auditor needs, and nothing an auditor has to believe.
 *
 * <p>Depends on the store's publisher, on {@code api.visibility} for what a reader may know, on
 * {@code api.reads} for query parameters, and on {@code api.problem}.
 */
@NullMarked
package org.accordledger.api.log;

import org.jspecify.annotations.NullMarked;
