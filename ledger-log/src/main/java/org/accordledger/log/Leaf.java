package org.accordledger.log;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * What the log holds of an event: a CloudEvent without data, as canonical JSON.
 *
 * @param origin the log's origin, the CloudEvent's {@code source}
 * @param id UUIDv7
 * @param type logical name with its revision, for example {@code case.allegation_submitted.v1}
 * @param streamId the CloudEvent's {@code subject}
 * @param streamVersion dense from 0 in its stream
 * @param recordedAt whole microseconds, in the years 0 to 9999
 * @param commitment {@link LogHash#commitment} of salt and payload
 */
public record Leaf(
    String origin,
    UUID id,
    String type,
    String streamId,
    long streamVersion,
    Instant recordedAt,
    String commitment) {

  /** A leaf longer than this cannot stand in an entry bundle, whose lengths are 16 bits. */
  public static final int MAX_BYTES = 65_535;

  /** What {@code type} in a leaf has before the logical name. */
  public static final String TYPE_PREFIX = "org.accordledger.";

  private static final DateTimeFormatter MICROSECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  private static final String BASE64URL =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  private static final String BEFORE_COMMITMENT = "{\"commitment\":\"";
  private static final String BEFORE_ID = "\",\"id\":\"";
  private static final Instant YEAR_0 = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant YEAR_10000 = Instant.parse("+10000-01-01T00:00:00Z");

  static final int COMMITMENT_LENGTH = 43;
  static final int ID_LENGTH = 36;

  public Leaf {
    if (id.version() != 7) {
      throw new IllegalArgumentException("the id of an event is a UUID of version 7, not " + id);
    }
    if (streamVersion < 0) {
      throw new IllegalArgumentException("stream versions count from 0, not " + streamVersion);
    }
    if (!isCommitment(commitment)) {
      throw new IllegalArgumentException(
          "a commitment is the base64url of 32 bytes, 43 characters: " + commitment);
    }
    if (!recordedAt.equals(recordedAt.truncatedTo(ChronoUnit.MICROS))) {
      throw new IllegalArgumentException("recorded time is in whole microseconds: " + recordedAt);
    }
    if (recordedAt.isBefore(YEAR_0) || !recordedAt.isBefore(YEAR_10000)) {
      throw new IllegalArgumentException("recorded time has a year of four digits: " + recordedAt);
    }
  }

  /**
   * The bytes that are hashed into the tree.
   *
   * @throws IllegalArgumentException when they are more than {@link #MAX_BYTES}
   */
  public byte[] bytes() {
    StringBuilder json = new StringBuilder(384);
    json.append(BEFORE_COMMITMENT).append(commitment);
    json.append(BEFORE_ID).append(id).append("\",\"source\":");
    CanonicalString.append(json, origin);
    json.append(",\"specversion\":\"1.0\",\"streamversion\":\"").append(streamVersion);
    json.append("\",\"subject\":");
    CanonicalString.append(json, streamId);
    json.append(",\"time\":\"");
    MICROSECONDS.formatTo(recordedAt, json);
    json.append("\",\"type\":");
    CanonicalString.append(json, TYPE_PREFIX + type);
    byte[] bytes = json.append('}').toString().getBytes(StandardCharsets.UTF_8);
    if (bytes.length > MAX_BYTES) {
      throw new IllegalArgumentException(
          "a leaf of " + bytes.length + " bytes is longer than " + MAX_BYTES);
    }
    return bytes;
  }

  /**
   * Reads the bytes of a leaf, as an auditor has them.
   *
   * @throws LogFormatException when they are not exactly what {@link #bytes()} writes for the
   *     result
   */
  public static Leaf read(byte[] bytes) {
    return LeafReader.read(bytes);
  }

  /** The event's id, read from the bytes of a leaf without reading the rest of it. */
  public static UUID idIn(byte[] leaf) {
    int from = BEFORE_COMMITMENT.length() + COMMITMENT_LENGTH + BEFORE_ID.length();
    if (leaf.length < from + ID_LENGTH) {
      throw new IllegalArgumentException("these " + leaf.length + " bytes are not a leaf");
    }
    return UUID.fromString(new String(leaf, from, ID_LENGTH, StandardCharsets.US_ASCII));
  }

  private static boolean isCommitment(String text) {
    if (text.length() != COMMITMENT_LENGTH) {
      return false;
    }
    for (int i = 0; i < COMMITMENT_LENGTH - 1; i++) {
      if (BASE64URL.indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    // 43 characters are 258 bits: the last two carry nothing and are zero
    int last = BASE64URL.indexOf(text.charAt(COMMITMENT_LENGTH - 1));
    return last >= 0 && last % 4 == 0;
  }
}
