/**
 * YAML files written by people (mappings, example scenarios), read so that every complaint names
 * file, line and what was expected. Depends on nothing of the ledger.
 */
@NullMarked
package org.accordledger.api.yaml;

import org.jspecify.annotations.NullMarked;
