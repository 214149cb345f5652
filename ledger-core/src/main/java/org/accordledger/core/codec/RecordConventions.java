package org.accordledger.core.codec;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.AnnotatedConstructor;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedMethod;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/**
 * Tells Jackson what the domain's records already say by their shape, so that no record outside
 * this package needs a Jackson annotation.
 */
final class RecordConventions extends JacksonAnnotationIntrospector {
  private static final long serialVersionUID = 1L;

  private final boolean absentIsEmpty;

  RecordConventions(boolean absentIsEmpty) {
    this.absentIsEmpty = absentIsEmpty;
  }

  /** Identifiers and the like: one component, and it is called {@code value}. */
  static boolean isSingleValue(Class<?> type) {
    return type.isRecord()
        && type.getRecordComponents().length == 1
        && type.getRecordComponents()[0].getName().equals("value");
  }

  @Override
  public @Nullable Boolean hasAsValue(MapperConfig<?> config, Annotated a) {
    if (a instanceof AnnotatedMethod method
        && method.getName().equals("value")
        && method.getParameterCount() == 0
        && isSingleValue(method.getDeclaringClass())) {
      return true;
    }
    return super.hasAsValue(config, a);
  }

  @Override
  public JsonCreator.@Nullable Mode findCreatorAnnotation(MapperConfig<?> config, Annotated a) {
    if (a instanceof AnnotatedConstructor constructor
        && constructor.getParameterCount() == 1
        && isSingleValue(constructor.getDeclaringClass())) {
      return JsonCreator.Mode.DELEGATING;
    }
    return super.findCreatorAnnotation(config, a);
  }

  @Override
  public String[] findEnumValues(
      MapperConfig<?> config, AnnotatedClass type, Enum<?>[] constants, @Nullable String[] names) {
    String[] codes = new String[constants.length];
    for (int i = 0; i < constants.length; i++) {
      codes[i] = constants[i].name().toLowerCase(Locale.ROOT);
    }
    return codes;
  }

  @Override
  public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
    RecordComponent component = component(member);
    if (component == null) {
      return super.hasRequiredMarker(config, member);
    }
    return !isOptional(component) && !(absentIsEmpty && hasEmpty(component.getType()));
  }

  @Override
  public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated a) {
    RecordComponent component = a instanceof AnnotatedMember member ? component(member) : null;
    if (component == null) {
      return super.findSetterInfo(config, a);
    }
    if (isOptional(component)) {
      return JsonSetter.Value.forContentNulls(Nulls.FAIL);
    }
    boolean empty = absentIsEmpty && hasEmpty(component.getType());
    return JsonSetter.Value.construct(empty ? Nulls.AS_EMPTY : Nulls.FAIL, Nulls.FAIL);
  }

  private static boolean hasEmpty(Class<?> type) {
    return type == List.class || type == Map.class || type == boolean.class;
  }

  private static boolean isOptional(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private static @Nullable RecordComponent component(AnnotatedMember member) {
    Class<?> type = member.getDeclaringClass();
    if (!type.isRecord()) {
      return null;
    }
    RecordComponent[] components = type.getRecordComponents();
    if (member instanceof AnnotatedParameter parameter) {
      return parameter.getOwner().getParameterCount() == components.length
          ? components[parameter.getIndex()]
          : null;
    }
    for (RecordComponent component : components) {
      if (component.getName().equals(member.getName())) {
        return component;
      }
    }
    return null;
  }
}
