package org.accordledger.api.requests;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.accordledger.api.problem.FieldError;
import org.accordledger.api.problem.Problem;
import org.accordledger.api.problem.ProblemCode;
import org.accordledger.api.problem.ProblemException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request's body, read and parsed but not yet understood.
 *
 * @param bytes as received
 * @param tree the one JSON object they spell; the reader's own, to be changed freely
 */
public record JsonBody(byte[] bytes, ObjectNode tree) {
  /** Bytes a body may have. */
  public static final int LIMIT = 1 << 20;

  private static final int DEPTH = 32;
  private static final int DIGITS = 100;
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEPTH)
                          .maxNumberLength(DIGITS)
                          .maxStringLength(LIMIT)
                          .build())
                  .build())
          .build();

  /**
   * Reads a body of at most {@link #LIMIT} bytes.
   *
   * @throws ProblemException if it is too large, of another media type, or not one JSON object in
   *     UTF-8
   */
  public static JsonBody of(HttpServletRequest request) throws IOException {
    requireJson(request.getContentType());
    requirePlain(request.getHeaders(HttpHeaders.CONTENT_ENCODING));
    byte[] bytes = request.getInputStream().readNBytes(LIMIT + 1);
    if (request.getContentLengthLong() > LIMIT || bytes.length > LIMIT) {
      throw Problem.of(ProblemCode.BODY_TOO_LARGE, "The body has more than " + LIMIT + " bytes.")
          .toException();
    }
    return parse(bytes);
  }

  static JsonBody parse(byte[] bytes) {
    String text = utf8(bytes);
    try (JsonParser parser = JSON.createParser(text)) {
      return new JsonBody(bytes, onlyObject(parser));
    }
  }

  private static ObjectNode onlyObject(JsonParser parser) {
    try {
      JsonNode tree = JSON.readTree(parser);
      if (tree instanceof ObjectNode object && parser.nextToken() == null) {
        return object;
      }
    } catch (JacksonException e) {
      String place = parser.streamReadContext().pathAsPointer().toString();
      throw malformed(place, reason(e, parser.currentLocation()));
    }
    throw malformed("", "must be one JSON object and nothing after it");
  }

  private static void requireJson(String contentType) {
    try {
      MediaType type = contentType == null ? null : MediaType.parseMediaType(contentType);
      if (type != null && MediaType.APPLICATION_JSON.equalsTypeAndSubtype(type)) {
        requireUtf8(type);
        return;
      }
    } catch (InvalidMediaTypeException ignored) {
      // refused below like any other type
    }
    throw Problem.of(
            ProblemCode.UNSUPPORTED_MEDIA_TYPE,
            "The Content-Type is " + (contentType == null ? "missing." : "not application/json."))
        .toException();
  }

  private static void requireUtf8(MediaType type) {
    if (type.getCharset() != null && !type.getCharset().equals(StandardCharsets.UTF_8)) {
      throw Problem.of(
              ProblemCode.UNSUPPORTED_MEDIA_TYPE, "The Content-Type names a charset besides UTF-8.")
          .toException();
    }
  }

  private static void requirePlain(Enumeration<String> encodings) {
    for (String encoding : Collections.list(encodings)) {
      if (!encoding.strip().equalsIgnoreCase("identity")) {
        throw Problem.of(
                ProblemCode.UNSUPPORTED_MEDIA_TYPE,
                "The Content-Encoding is not identity: the body is read as it is sent.")
            .toException();
      }
    }
  }

  private static String utf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      throw malformed("", "must be UTF-8");
    }
  }

  /** Not every failure knows its own location, so the parser's stands in for it. */
  private static String reason(JacksonException e, TokenStreamLocation reached) {
    String said = String.valueOf(e.getOriginalMessage());
    if (said.startsWith("Duplicate")) {
      return "must stand only once in its object";
    }
    if (said.contains("nesting depth")) {
      return "is nested more than " + DEPTH + " levels deep";
    }
    if (said.startsWith("Number value length")) {
      return "has a number of more than " + DIGITS + " digits";
    }
    TokenStreamLocation place = e.getLocation() == null ? reached : e.getLocation();
    return "is not readable as JSON at line %d, column %d"
        .formatted(place.getLineNr(), place.getColumnNr());
  }

  private static ProblemException malformed(String pointer, String expectation) {
    return Problem.of(ProblemCode.MALFORMED_JSON, "The body " + expectation + ".")
        .withErrors(List.of(new FieldError(pointer, "malformed", expectation)))
        .toException();
  }
}
