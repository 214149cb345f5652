package org.accordledger.api.requests;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.accordledger.api.problem.FieldError;
import org.accordledger.api.problem.Problem;
import org.accordledger.api.problem.ProblemCode;
import org.accordledger.api.problem.ProblemException;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
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
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEPTH)
                          .maxNumberLength(100)
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
      JsonNode tree = JSON.readTree(parser);
      if (tree instanceof ObjectNode object && parser.nextToken() == null) {
        return new JsonBody(bytes, object);
      }
      throw malformed("", "must be one JSON object and nothing after it");
    } catch (JacksonException e) {
      throw malformed(place(e), reason(e));
    }
  }

  private static void requireJson(String contentType) {
    try {
      if (contentType != null
          && MediaType.APPLICATION_JSON.equalsTypeAndSubtype(
              MediaType.parseMediaType(contentType))) {
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

  private static String place(JacksonException e) {
    return e.processor() instanceof JsonParser parser
        ? parser.streamReadContext().pathAsPointer().toString()
        : "";
  }

  private static String reason(JacksonException e) {
    String said = String.valueOf(e.getOriginalMessage());
    if (said.startsWith("Duplicate")) {
      return "must stand only once in its object";
    }
    if (said.contains("nesting depth")) {
      return "is nested more than " + DEPTH + " levels deep";
    }
    return "is not readable as JSON at line %d, column %d"
        .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
  }

  private static ProblemException malformed(String pointer, String expectation) {
    return Problem.of(ProblemCode.MALFORMED_JSON, "The body " + expectation + ".")
        .withErrors(List.of(new FieldError(pointer, "malformed", expectation)))
        .toException();
  }
}
