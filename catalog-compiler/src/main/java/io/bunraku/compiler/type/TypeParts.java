// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import io.bunraku.compiler.value.PuppetRegexp;
import io.bunraku.compiler.value.Undef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The attributes that types have as objects, by the names that Puppet gives them. */
public final class TypeParts {

  private TypeParts() {}

  /** The attributes of a type itself, without those of the types above it; null for none. */
  public static @Nullable Map<String, Object> of(PuppetType type) {
    return switch (type) {
      case InitType t -> parts("type", t.type(), "init_args", t.arguments());
      case SensitiveType t -> null;
      case WithContainedType t -> parts("type", t.type());
      case ArrayType t -> parts("element_type", t.elementType());
      case HashType t -> parts("key_type", t.keyType(), "value_type", t.valueType());
      case CollectionType t -> parts("size_type", t.size());
      case TupleType t -> parts("types", t.types(), "size_type", t.size());
      case VariantType t -> parts("types", t.types());
      case CallableType t ->
          parts("param_types", t.parameters(), "block_type", t.block(), "return_type", t.returns());
      case StringType t -> parts("size_type_or_value", t.value() == null ? t.size() : t.value());
      case EnumType t -> parts("values", t.values(), "case_insensitive", t.caseInsensitive());
      default -> ofOther(type);
    };
  }

  private static @Nullable Map<String, Object> ofOther(PuppetType type) {
    return switch (type) {
      case PatternType t -> parts("patterns", t.patterns());
      case RegexpType t -> parts("pattern", source(t.regexp()));
      case ClassType t -> parts("class_name", t.className());
      case ResourceType t -> parts("type_name", t.typeName(), "title", t.title());
      case RuntimeType t -> parts("runtime", t.runtime(), "name_or_pattern", t.nameOrPattern());
      case SemVerType t -> parts("ranges", t.ranges());
      case TimespanType t -> parts("from", t.from(), "to", t.to());
      case TimestampType t -> parts("from", t.from(), "to", t.to());
      case NumericType t -> parts("from", null, "to", null);
      case UriType t -> parts("parameters", t.parameters());
      default -> null;
    };
  }

  private static @Nullable String source(@Nullable PuppetRegexp regexp) {
    return regexp == null ? null : regexp.pattern();
  }

  private static Map<String, Object> parts(@Nullable Object... namesAndValues) {
    Map<String, Object> parts = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      Object value = namesAndValues[i + 1];
      parts.put(
          String.valueOf(namesAndValues[i]),
          value == null ? Undef.UNDEF : value instanceof List<?> list ? List.copyOf(list) : value);
    }
    return parts;
  }
}
