package org.accordledger.bench;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.accordledger.core.LedgerEvent;
import org.accordledger.core.codec.EncodedEvent;
import org.accordledger.core.codec.EventCodec;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Lets the reference write events with the ledger's own codec, so that no contender has the faster
 * one; everything else (metadata) is Jackson's.
 */
final class CodecSerializer implements Serializer {
  private final EventCodec codec = new EventCodec();
  private final Jackson3Serializer others = Jackson3Serializer.builder().build();
  private final Map<String, Class<?>> seen = new ConcurrentHashMap<>();

  @Override
  public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> representation) {
    if (object instanceof LedgerEvent event) {
      EncodedEvent encoded = codec.encode(event);
      seen.putIfAbsent(encoded.type(), event.getClass());
      return new SimpleSerializedObject<>(
          getConverter().convert(encoded.payload(), representation),
          representation,
          new SimpleSerializedType(encoded.type(), null));
    }
    return others.serialize(object, representation);
  }

  @Override
  public <T> boolean canSerializeTo(Class<T> representation) {
    return others.canSerializeTo(representation);
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as the framework declares it
  public <S, T> T deserialize(SerializedObject<S> serialized) {
    String type = serialized.getType().getName();
    if (seen.containsKey(type)) {
      byte[] payload = getConverter().convert(serialized, byte[].class).getData();
      return (T) codec.decode(type, payload);
    }
    return others.deserialize(serialized);
  }

  @Override
  public Class<?> classForType(SerializedType type) {
    Class<?> event = seen.get(type.getName());
    if (event != null) {
      return event;
    }
    Class<?> other = others.classForType(type);
    return other == null ? UnknownSerializedType.class : other;
  }

  @Override
  @SuppressWarnings("rawtypes") // as the framework declares it
  public SerializedType typeForClass(@Nullable Class type) {
    return others.typeForClass(type);
  }

  @Override
  public Converter getConverter() {
    return others.getConverter();
  }
}
