package org.accordledger.store.publish;

import java.net.URI;
import java.util.Optional;

/**
 * How asking a witness goes, for health checks and metrics.
 *
 * @param submission the witness, by its configured address
 * @param cosigned size of the largest checkpoint it is known to have cosigned, 0 for none
 * @param answered how often it has cosigned since the start
 * @param failed how often it was asked in vain since the start
 * @param problem a sentence for the operator, when its last answer was not a cosignature
 */
public record WitnessState(
    URI submission, long cosigned, long answered, long failed, Optional<String> problem) {}
