/**
 * The pages: server-rendered, without scripts, from the same documents as the JSON beside them.
 *
 * <p>Depends on {@code api.reads} for what is shown; templates and words are resources. A page's
 * records hold what its template prints and nothing else; addresses are made here, words are keys
 * of messages.properties.
 */
@NullMarked
package org.accordledger.api.web;

import org.jspecify.annotations.NullMarked;
