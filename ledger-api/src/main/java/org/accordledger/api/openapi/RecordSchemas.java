package org.accordledger.api.openapi;

import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.accordledger.core.ContentRef;
import org.accordledger.core.Texts;
import org.accordledger.core.evidence.Exhibit;
import org.jspecify.annotations.Nullable;

/**
 * Schemas of records, by the conventions of {@link org.accordledger.core.codec.LedgerJson}. The
 * records of one side (requests or answers) are named schemas; what they hold refers to them.
 */
public final class RecordSchemas {
  private static final Set<Class<?>> WHOLE =
      Set.of(int.class, Integer.class, long.class, Long.class);

  private final boolean request;
  private final Map<String, Schema<?>> named = new TreeMap<>();

  private RecordSchemas(boolean request) {
    this.request = request;
  }

  /** Schemas of what is sent: texts in the place of content, lists and flags may be left out. */
  public static RecordSchemas ofRequests() {
    return new RecordSchemas(true);
  }

  /** Schemas of what is answered. */
  public static RecordSchemas ofAnswers() {
    return new RecordSchemas(false);
  }

  /** Every schema named so far, by name. */
  public Map<String, Schema<?>> named() {
    return named;
  }

  /** The schema of a type; a record's is a reference to its named schema. */
  public Schema<?> of(Type type) {
    if (type instanceof Class<?> raw) {
      return ofClass(raw);
    }
    if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
      Type[] arguments = generic.getActualTypeArguments();
      Type last = arguments[arguments.length - 1];
      return Map.class.isAssignableFrom(raw)
          ? typed("object").additionalProperties(of(last))
          : typed("array").items(of(last));
    }
    return new Schema<>();
  }

  /**
   * Names the schema of a record.
   *
   * @param without components the address or the token says
   * @param more components the request has beside the record's
   */
  public Schema<?> ofRecord(Class<?> type, Set<String> without, Map<String, Schema<?>> more) {
    String name = name(type);
    if (!named.containsKey(name)) {
      Schema<?> schema = typed("object");
      // before its components, so that a record may hold itself
      named.put(name, schema);
      for (RecordComponent component : type.getRecordComponents()) {
        String field = snakeCase(component.getName());
        if (!without.contains(field)) {
          schema.addProperty(field, component(component));
          if (required(component)) {
            schema.addRequiredItem(field);
          }
        }
      }
      new TreeMap<>(more).forEach(schema::addProperty);
      if (request) {
        schema.setAdditionalProperties(false);
      }
    }
    return new Schema<>().$ref("#/components/schemas/" + name);
  }

  private Schema<?> ofClass(Class<?> type) {
    if (type == ContentRef.class && request) {
      return typed("string")
          .maxLength(Texts.CONTENT)
          .description("Plain text; becomes content beside the events.");
    }
    if (type.isRecord()) {
      RecordComponent[] components = type.getRecordComponents();
      boolean value = components.length == 1 && components[0].getName().equals("value");
      return value
          ? of(components[0].getGenericType())
          : type == Exhibit.class && request
              ? ofRecord(type, Set.of("id", "content"), ofExhibit())
              : ofRecord(type, Set.of(), Map.of());
    }
    if (type.isEnum()) {
      return enumeration(type);
    }
    if (WHOLE.contains(type)) {
      return typed("integer")
          .format(type == int.class || type == Integer.class ? "int32" : "int64");
    }
    if (type == boolean.class || type == Boolean.class) {
      return typed("boolean");
    }
    if (type == double.class || type == Double.class) {
      return typed("number");
    }
    return text(type);
  }

  private static Schema<?> text(Class<?> type) {
    if (type == LocalDate.class) {
      return typed("string").format("date");
    }
    if (type == Instant.class) {
      return typed("string").format("date-time");
    }
    if (type == YearMonth.class) {
      return typed("string").pattern("^[0-9]{4}-[0-9]{2}$");
    }
    return CharSequence.class.isAssignableFrom(type) ? typed("string") : new Schema<>();
  }

  private static Schema<?> enumeration(Class<?> type) {
    Schema<Object> schema = new Schema<>();
    schema.setTypes(new LinkedHashSet<>(List.of("string")));
    for (Object constant : type.getEnumConstants()) {
      schema.addEnumItemObject(((Enum<?>) constant).name().toLowerCase(Locale.ROOT));
    }
    return schema;
  }

  private static Map<String, Schema<?>> ofExhibit() {
    return Map.of(
        "id",
        typed("string")
            .description(
                "Within the case; left out, the ledger gives a random UUID. An exhibit that is"
                    + " marked closer than its case has no other kind of id: whoever may know of"
                    + " the case may see it."),
        "text",
        typed("string")
            .description(
                "The exhibit's text; it becomes content beside the events, and sha256, size and"
                    + " media_type follow from it."));
  }

  private Schema<?> component(RecordComponent component) {
    return of(component.getGenericType());
  }

  private boolean required(RecordComponent component) {
    Class<?> type = component.getType();
    boolean emptiable = type == List.class || type == Map.class || type == boolean.class;
    return !component.getAnnotatedType().isAnnotationPresent(Nullable.class)
        && !(request && emptiable);
  }

  /**
   * Nested in an interface, the interface is only its shelf; nested in a record, it is its part.
   */
  private String name(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    String name = outer == null || outer.isInterface() ? "" : outer.getSimpleName();
    return name + type.getSimpleName() + (request ? "Request" : "");
  }

  private static String snakeCase(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }

  /** A schema of one type, as OpenAPI 3.1 says it. */
  public static Schema<?> typed(String type) {
    Schema<?> schema = new Schema<>();
    schema.setTypes(new LinkedHashSet<>(List.of(type)));
    return schema;
  }
}
