package org.accordledger.core.codec;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How the ledger writes JSON, for payloads and for the API alike: snake_case fields in sorted
 * order, lower-case enums, records of a single {@code value} as that value, RFC 3339 instants with
 * six digits, ISO days, nulls left out. What it reads it reads strictly: no unknown or repeated
 * field, no coercion between strings and numbers, nothing after the end.
 */
public final class LedgerJson {
  private static final JsonMapper STRICT = build(false);
  private static final JsonMapper REQUESTS = build(true);

  private LedgerJson() {}

  /** For payloads and answers: every component that is not {@code @Nullable} must be there. */
  public static JsonMapper mapper() {
    return STRICT;
  }

  /**
   * For what people write by hand (request bodies, mappings): a list or map left out is empty and a
   * flag left out is false; otherwise as {@link #mapper()}.
   */
  public static JsonMapper requests() {
    return REQUESTS;
  }

  private static JsonMapper build(boolean absentIsEmpty) {
    return JsonMapper.builder()
        .annotationIntrospector(new RecordConventions(absentIsEmpty))
        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .addModule(new CanonicalScalars())
        .changeDefaultPropertyInclusion(
            was ->
                JsonInclude.Value.construct(
                    JsonInclude.Include.NON_NULL, was.getContentInclusion()))
        .changeDefaultNullHandling(was -> JsonSetter.Value.forContentNulls(Nulls.FAIL))
        // sorted keys and JavaScript's escapes are what RFC 8785 asks for; a test holds the proof
        .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
        .enable(SerializationFeature.FAIL_ON_ORDER_MAP_BY_INCOMPARABLE_KEY)
        .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
        .disable(
            JsonWriteFeature.ESCAPE_FORWARD_SLASHES,
            JsonWriteFeature.ESCAPE_NON_ASCII,
            JsonWriteFeature.WRITE_HEX_UPPER_CASE)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .enable(
            DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
            DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
            DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
        .disable(EnumFeature.READ_ENUMS_USING_TO_STRING, EnumFeature.WRITE_ENUMS_USING_TO_STRING)
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
        .build();
  }
}
