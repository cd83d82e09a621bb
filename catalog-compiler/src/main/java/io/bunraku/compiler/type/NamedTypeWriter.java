// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the types that definitions name: their names, or what they stand for. Within a type set
 * its types have their short names. Keys of the type system itself stand without quotes.
 */
final class NamedTypeWriter {

  private final TypeWriter writer;
  private @Nullable TypeSetType typeSet;

  NamedTypeWriter(TypeWriter writer) {
    this.writer = writer;
  }

  void alias(TypeAliasType type) {
    boolean expand = writer.isExpanded();
    Guard guard = writer.guard();
    if (!expand || guard == null || !type.isSelfRecursive()) {
      alias(type, expand);
      return;
    }
    guard.withThis(
        type,
        state -> {
          alias(type, (state & Guard.IN_THIS) == 0);
          return true;
        });
  }

  private void alias(TypeAliasType type, boolean expand) {
    TypeSetType set = typeSet;
    if (set != null && expand && set.defines(type)) {
      writer.append(type.resolvedType());
    } else {
      writer.raw(name(type, type.name()));
      if (set == null && expand && BuiltinTypes.find(type.name()) == null) {
        writer.raw(" = ").append(type.resolvedType());
      }
    }
  }

  private String name(PuppetType type, String otherwise) {
    return typeSet == null ? otherwise : typeSet.nameFor(type, otherwise);
  }

  String extension(ObjectTypeExtension type) {
    return name(type, type.name());
  }

  void object(ObjectType type) {
    if (!writer.isExpanded()) {
      writer.raw(name(type, type.label()));
    } else {
      boolean nameless = typeSet != null && typeSet.defines(type);
      objectHash(nameless ? type.describeNameless() : type.describe());
    }
  }

  private void objectHash(Map<?, ?> hash) {
    writer.setExpanded(false);
    writer.raw("Object[");
    writer.appendHash(
        hash,
        this::symbol,
        (key, value) -> {
          if (key.equals("attributes") || key.equals("functions")) {
            writer.appendHash(
                (Map<?, ?>) value, writer::appendValue, (name, member) -> member(member));
          } else {
            writer.appendValue(
                key.equals("equality") && value instanceof String ? List.of() : value);
          }
        });
    writer.raw("]");
    writer.setExpanded(true);
  }

  private void member(Object member) {
    if (member instanceof Map<?, ?> map) {
      writer.appendHash(
          map,
          this::symbol,
          (key, value) -> {
            if (key.equals("kind")) {
              writer.raw(value.toString());
            } else {
              writer.appendValue(value);
            }
          });
    } else {
      writer.appendValue(member);
    }
  }

  private void symbol(Object key) {
    writer.raw(key.toString());
  }

  void typeSet(TypeSetType type) {
    TypeSetType outer = typeSet;
    writer.raw("TypeSet[");
    writer.appendHash(
        type.describe(),
        this::symbol,
        (key, value) -> {
          switch (key) {
            case "types" -> {
              typeSet = type;
              writer.appendHash((Map<?, ?>) value, this::symbol, (name, one) -> setMember(one));
              typeSet = outer;
            }
            case "references" ->
                writer.appendHash(
                    (Map<?, ?>) value, this::symbol, (name, one) -> writer.appendValue(one));
            default -> writer.appendValue(value);
          }
        });
    writer.raw("]");
  }

  private void setMember(Object member) {
    if (member instanceof Map<?, ?> map) {
      objectHash(map);
    } else {
      writer.appendValue(member);
    }
  }
}
