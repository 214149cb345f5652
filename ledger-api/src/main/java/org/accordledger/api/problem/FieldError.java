package org.accordledger.api.problem;

/**
 * One thing wrong with a request's body.
 *
 * @param pointer where, as a JSON pointer (RFC 6901); empty for the whole body
 * @param code {@code unknown_field}, {@code missing_field}, {@code wrong_type}, {@code
 *     invalid_value}, {@code duplicate_key}, {@code too_large}
 * @param detail what was expected there
 */
public record FieldError(String pointer, String code, String detail) {}
