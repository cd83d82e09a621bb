// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the types that are made of other types, which stand in brackets. */
final class ContainerTypeWriter {

  private final TypeWriter writer;

  ContainerTypeWriter(TypeWriter writer) {
    this.writer = writer;
  }

  void collection(CollectionFamily type) {
    switch (type) {
      case CollectionType t -> writer.brackets("Collection", ScalarTypeWriter.range(t.size()));
      case ArrayType t -> writer.brackets("Array", array(t));
      case HashType t -> writer.brackets("Hash", hash(t));
    }
  }

  private List<String> array(ArrayType type) {
    if (type.isEmptyOnly()) {
      return List.of("0", "0");
    }
    if (type.equals(ArrayType.DEFAULT)) {
      return List.of();
    }
    List<String> parts = new ArrayList<>(List.of(writer.nested(type.elementType())));
    parts.addAll(ScalarTypeWriter.range(type.size()));
    return parts;
  }

  private List<String> hash(HashType type) {
    if (type.isEmptyOnly()) {
      return List.of("0", "0");
    }
    if (type.equals(HashType.DEFAULT)) {
      return List.of();
    }
    List<String> parts = new ArrayList<>();
    parts.add(writer.nested(type.keyType()));
    parts.add(writer.nested(type.valueType()));
    parts.addAll(ScalarTypeWriter.range(type.size()));
    return parts;
  }

  void variant(VariantType type) {
    writer.brackets("Variant", strings(type.types()));
  }

  void tuple(TupleType type) {
    writer.brackets("Tuple", parts(type));
  }

  private List<String> parts(TupleType type) {
    if (type.types().isEmpty()) {
      return List.of();
    }
    List<String> parts = strings(type.types());
    parts.addAll(ScalarTypeWriter.range(type.size()));
    return parts;
  }

  void containing(WithContainedType type) {
    PuppetType inner = type.type();
    String name = type.simpleName();
    switch (type) {
      case InitType t -> {
        List<String> parts = new ArrayList<>();
        if (inner != null) {
          parts.add(writer.nested(inner));
          t.arguments().forEach(argument -> parts.add(writer.nested(argument)));
        }
        writer.brackets(name, parts);
      }
      case OptionalType t -> writer.brackets(name, literalOrType(inner));
      case NotUndefType t -> writer.brackets(name, literalOrType(inner));
      case SensitiveType t ->
          writer.brackets(name, inner instanceof AnyType ? List.of() : literalFree(inner));
      case TypeType t -> writer.brackets(name, literalFree(inner));
      case IterableType t -> writer.brackets(name, literalFree(inner));
      case IteratorType t -> writer.brackets(name, literalFree(inner));
    }
  }

  private List<String> literalFree(@Nullable PuppetType inner) {
    return inner == null ? List.of() : List.of(writer.nested(inner));
  }

  private List<String> literalOrType(@Nullable PuppetType inner) {
    String value = inner instanceof StringType string ? string.value() : null;
    return value == null ? literalFree(inner) : List.of(PuppetQuote.quote(value));
  }

  void struct(StructType type) {
    Map<Object, Object> pairs = new LinkedHashMap<>();
    for (StructElement element : type.elements()) {
      boolean undefIsFine = element.valueType().isAssignable(UndefType.UNDEF);
      PuppetType key = element.keyType();
      boolean asString = key instanceof OptionalType ? undefIsFine : !undefIsFine;
      Object shown =
          asString ? element.name() : key instanceof OptionalType ? key : new NotUndefType(key);
      pairs.put(shown, element.valueType());
    }
    writer.brackets("Struct", pairs.isEmpty() ? List.of() : List.of(writer.nested(pairs)));
  }

  void callable(CallableType type) {
    TupleType parameters = type.parameters();
    if (type.returns() == null) {
      writer.brackets("Callable", parameters == null ? List.of() : signature(type, parameters));
      return;
    }
    String inner =
        parameters == null ? "[]" : "[" + String.join(", ", signature(type, parameters)) + "]";
    writer.brackets("Callable", List.of(inner, writer.nested(type.returns())));
  }

  private List<String> signature(CallableType type, TupleType parameters) {
    List<String> parts = new ArrayList<>();
    for (PuppetType parameter : parameters.types()) {
      if (!(parameter instanceof UnitType)) {
        parts.add(writer.nested(parameter));
      }
    }
    if (parameters.types().isEmpty()) {
      parts.addAll(List.of("0", "0"));
    } else {
      parts.addAll(ScalarTypeWriter.range(parameters.size()));
    }
    if (type.block() != null) {
      parts.add(writer.nested(type.block()));
    }
    return parts;
  }

  private List<String> strings(List<PuppetType> types) {
    List<String> parts = new ArrayList<>();
    types.forEach(type -> parts.add(writer.nested(type)));
    return parts;
  }
}
