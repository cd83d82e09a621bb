// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.catalog;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.type.AnyType;
import io.bunraku.compiler.type.ArrayType;
import io.bunraku.compiler.type.CallableType;
import io.bunraku.compiler.type.CatalogEntryFamily;
import io.bunraku.compiler.type.CatalogEntryType;
import io.bunraku.compiler.type.ClassType;
import io.bunraku.compiler.type.CollectionFamily;
import io.bunraku.compiler.type.CollectionType;
import io.bunraku.compiler.type.EnumType;
import io.bunraku.compiler.type.FloatType;
import io.bunraku.compiler.type.HashType;
import io.bunraku.compiler.type.InitType;
import io.bunraku.compiler.type.IntegerType;
import io.bunraku.compiler.type.ObjectType;
import io.bunraku.compiler.type.ObjectTypeExtension;
import io.bunraku.compiler.type.PatternType;
import io.bunraku.compiler.type.PuppetType;
import io.bunraku.compiler.type.RegexpType;
import io.bunraku.compiler.type.ResourceType;
import io.bunraku.compiler.type.RuntimeType;
import io.bunraku.compiler.type.ScalarFamily;
import io.bunraku.compiler.type.SemVerType;
import io.bunraku.compiler.type.SensitiveType;
import io.bunraku.compiler.type.StringType;
import io.bunraku.compiler.type.StructElement;
import io.bunraku.compiler.type.StructType;
import io.bunraku.compiler.type.TimespanType;
import io.bunraku.compiler.type.TimestampType;
import io.bunraku.compiler.type.TupleType;
import io.bunraku.compiler.type.TypeAliasType;
import io.bunraku.compiler.type.TypeReferenceType;
import io.bunraku.compiler.type.TypeSetType;
import io.bunraku.compiler.type.UriType;
import io.bunraku.compiler.type.VariantType;
import io.bunraku.compiler.type.WithContainedType;
import io.bunraku.compiler.value.Undef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Types as rich data: their own type {@code Pcore::...Type} and what they are parameterized with.
 */
final class TypeData {

  private final RichDataWriter writer;
  private final Set<PuppetType> open = Collections.newSetFromMap(new IdentityHashMap<>());

  TypeData(RichDataWriter writer) {
    this.writer = writer;
  }

  Map<String, Object> toData(PuppetType type) {
    Map<String, Object> data = RichData.tagged("Pcore::" + name(type));
    if (!open.add(type)) {
      throw EvaluationException.ofCatalog(
          "Evaluation Error: Endless recursion detected when attempting to serialize value of class"
              + " Puppet::Pops::Types::P"
              + name(type),
          "SERIALIZATION_ENDLESS_RECURSION",
          writer.site());
    }
    addParameters(type, data);
    open.remove(type);
    return data;
  }

  private static String name(PuppetType type) {
    return switch (type) {
      case UriType uri -> "URIType";
      case ObjectTypeExtension extension -> "ObjectTypeExtenType";
      default -> type.getClass().getSimpleName();
    };
  }

  private void addParameters(PuppetType type, Map<String, Object> data) {
    switch (type) {
      case ScalarFamily it -> addScalar(it, data);
      case CollectionFamily it -> addCollection(it, data);
      case WithContainedType it -> addContained(it, data);
      case CatalogEntryFamily it -> addCatalogEntry(it, data);
      case TupleType it -> {
        data.put("types", all(it.types()));
        put(data, "size_type", it.size());
      }
      case StructType it -> data.put("elements", elements(it));
      case VariantType it -> data.put("types", all(it.types()));
      case CallableType it -> {
        data.put("param_types", orNull(it.parameters()));
        data.put("block_type", orNull(it.block()));
        data.put("return_type", orNull(it.returns()));
      }
      default -> addNamed(type, data);
    }
  }

  private void addScalar(ScalarFamily type, Map<String, Object> data) {
    switch (type) {
      case IntegerType it -> range(data, it.from(), it.to());
      case FloatType it -> range(data, finite(it.from()), finite(it.to()));
      case TimespanType it -> range(data, it.from(), it.to());
      case TimestampType it -> range(data, it.from(), it.to());
      case StringType it ->
          put(data, "size_type_or_value", it.value() == null ? it.size() : it.value());
      case EnumType it -> {
        data.put("values", it.values());
        put(data, "case_insensitive", it.caseInsensitive() ? true : null);
      }
      case PatternType it -> data.put("patterns", all(it.patterns()));
      case RegexpType it ->
          put(data, "pattern", it.regexp() == null ? null : it.regexp().pattern());
      case SemVerType it -> put(data, "ranges", it.ranges().isEmpty() ? null : it.ranges());
      default -> {}
    }
  }

  private void addCollection(CollectionFamily type, Map<String, Object> data) {
    switch (type) {
      case CollectionType it -> {}
      case ArrayType it -> put(data, "element_type", unlessAny(it.elementType()));
      case HashType it -> {
        put(data, "key_type", unlessAny(it.keyType()));
        put(data, "value_type", unlessAny(it.valueType()));
      }
    }
    put(data, "size_type", type.size());
  }

  private void addContained(WithContainedType type, Map<String, Object> data) {
    switch (type) {
      case SensitiveType it -> {}
      case InitType it -> {
        put(data, "type", it.type());
        put(data, "init_args", it.arguments().isEmpty() ? null : it.arguments());
      }
      default -> put(data, "type", type.type());
    }
  }

  private void addCatalogEntry(CatalogEntryFamily type, Map<String, Object> data) {
    switch (type) {
      case CatalogEntryType it -> {}
      case ClassType it -> put(data, "class_name", it.className());
      case ResourceType it -> {
        put(data, "type_name", it.typeName());
        put(data, "title", it.title());
      }
    }
  }

  /** Types that are known by a name, and those without parameters. */
  private void addNamed(PuppetType type, Map<String, Object> data) {
    switch (type) {
      case RuntimeType it -> {
        put(data, "runtime", it.runtime());
        put(data, "name_or_pattern", it.nameOrPattern());
      }
      case TypeReferenceType it -> data.put("type_string", it.typeString());
      case TypeAliasType it -> {
        data.put("name", it.name());
        data.put("type_expr", Undef.UNDEF);
        data.put("resolved_type", toData(it.resolvedType()));
      }
      case ObjectType it -> data.put("_pcore_init_hash", writer.map(it.describe()));
      case ObjectTypeExtension it -> {
        put(data, "base_type", it.baseType());
        data.put("init_parameters", writer.toData(it.initParameters()));
      }
      case TypeSetType it ->
          throw EvaluationException.ofCatalog(
              "Initializer for class Puppet::Pops::Types::PTypeSetType parameter"
                  + " 'name_or_init_hash' does not match any of the the attributes of type"
                  + " Pcore::TypeSetType",
              null,
              null);
      case UriType it -> put(data, "parameters", it.parameters());
      default -> {}
    }
  }

  private void range(Map<String, Object> data, @Nullable Object from, @Nullable Object to) {
    if (from != null || to != null) {
      data.put("from", from == null ? Undef.UNDEF : writer.toData(from));
      put(data, "to", to);
    }
  }

  private static @Nullable Double finite(double bound) {
    return Double.isInfinite(bound) ? null : bound;
  }

  private static @Nullable PuppetType unlessAny(PuppetType type) {
    return type instanceof AnyType ? null : type;
  }

  private void put(Map<String, Object> data, String name, @Nullable Object value) {
    if (value != null) {
      data.put(name, value instanceof PuppetType type ? toData(type) : writer.toData(value));
    }
  }

  private Object orNull(@Nullable PuppetType type) {
    return type == null ? Undef.UNDEF : toData(type);
  }

  private List<Object> all(List<? extends PuppetType> types) {
    List<Object> data = new ArrayList<>(types.size());
    types.forEach(type -> data.add(toData(type)));
    return data;
  }

  private List<Object> elements(StructType struct) {
    List<Object> data = new ArrayList<>();
    for (StructElement element : struct.elements()) {
      Map<String, Object> one = RichData.tagged("Pcore::StructElement");
      one.put("key_type", toData(element.keyType()));
      one.put("value_type", toData(element.valueType()));
      data.add(one);
    }
    return data;
  }
}
