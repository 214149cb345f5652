package org.accordledger.core.codec;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.accordledger.core.LedgerEvent;
import org.accordledger.core.codec.EventTypes.EventType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Events to canonical JSON (RFC 8785) under a logical type name, and back. The type name outside
 * the payload alone decides what is read: nothing inside a payload can choose a class. Safe for use
 * by several threads.
 */
public final class EventCodec {
  private static final Pattern QUALIFIED =
      Pattern.compile("([a-z_]+\\.[a-z_]+)\\.v([1-9][0-9]{0,5})");

  private final EventTypes types;
  private final Upcasters upcasters;
  private final JsonMapper mapper = LedgerJson.mapper();
  private final Map<Class<?>, ObjectWriter> writers = new HashMap<>();
  private final Map<String, ObjectReader> readers = new HashMap<>();

  public EventCodec() {
    this(EventTypes.LEDGER, Upcasters.LEDGER);
  }

  EventCodec(EventTypes types, Upcasters upcasters) {
    this.types = types;
    this.upcasters = upcasters;
    for (EventType type : types.all()) {
      writers.put(type.event(), mapper.writerFor(type.event()));
      readers.put(type.qualified(), mapper.readerFor(type.event()));
    }
  }

  /** The record that each type's payload is written from in its current revision, by type. */
  public Map<String, Class<? extends LedgerEvent>> payloads() {
    Map<String, Class<? extends LedgerEvent>> payloads = new LinkedHashMap<>();
    types.all().forEach(type -> payloads.put(type.qualified(), type.event()));
    return payloads;
  }

  /**
   * The kind of event a type names, in whatever revision; empty if there is none.
   *
   * @param type logical name and revision
   */
  public Optional<Class<? extends LedgerEvent>> kindOf(String type) {
    int revision = type.lastIndexOf(".v");
    String name = revision < 0 ? type : type.substring(0, revision);
    return types.all().stream()
        .filter(known -> known.name().equals(name))
        .findFirst()
        .map(EventType::event);
  }

  /**
   * Writes an event in its current revision.
   *
   * @throws IllegalArgumentException if the event holds a value that has no canonical form, or is
   *     not listed
   */
  public EncodedEvent encode(LedgerEvent event) {
    EventType type = types.of(event);
    ObjectWriter writer = Objects.requireNonNull(writers.get(type.event()));
    try {
      return new EncodedEvent(type.qualified(), writer.writeValueAsBytes(event));
    } catch (JacksonException e) {
      JsonFault fault = JsonFault.of(e);
      throw new IllegalArgumentException(
          type.qualified() + ": " + fault.pointer() + " " + fault.reason(), e);
    }
  }

  /**
   * Reads a stored event, carrying an old revision forward.
   *
   * @param type logical name and revision as stored
   * @param payload JSON, UTF-8
   * @throws UnknownRevision if this version does not know the type or the revision
   * @throws UndecodableEvent if the payload is not what its type says
   */
  public LedgerEvent decode(String type, byte[] payload) {
    ObjectReader reader = readers.get(type);
    try {
      return reader != null ? reader.readValue(payload) : decodeOld(type, payload);
    } catch (JacksonException e) {
      throw new UndecodableEvent(type, JsonFault.of(e), e);
    }
  }

  private LedgerEvent decodeOld(String qualified, byte[] payload) {
    Matcher parts = QUALIFIED.matcher(qualified);
    EventType type = parts.matches() ? types.named(parts.group(1)) : null;
    if (type == null) {
      throw new UnknownRevision(qualified, "no such type of event is known");
    }
    int revision = Integer.parseInt(parts.group(2));
    if (revision > type.revision()) {
      throw new UnknownRevision(qualified, "known up to " + type.qualified());
    }
    JsonNode old = mapper.readTree(payload);
    if (!(old instanceof ObjectNode object)) {
      throw new UndecodableEvent(qualified, new JsonFault("", "must be an object"), null);
    }
    return mapper.treeToValue(upcasters.upcast(type, revision, object), type.event());
  }
}
