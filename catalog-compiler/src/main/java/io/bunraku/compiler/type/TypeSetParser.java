// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import io.bunraku.compiler.syntax.Access.AccessExpression;
import io.bunraku.compiler.syntax.AttributeOperation;
import io.bunraku.compiler.syntax.AttributeOperation.NamedAttribute;
import io.bunraku.compiler.syntax.CatalogExpression.ResourceDefaultsExpression;
import io.bunraku.compiler.syntax.Expression;
import io.bunraku.compiler.syntax.KeyedEntry;
import io.bunraku.compiler.syntax.Literal.LiteralHash;
import io.bunraku.compiler.syntax.Literal.QualifiedName;
import io.bunraku.compiler.syntax.Literal.QualifiedReference;
import io.bunraku.compiler.syntax.Positioned;
import io.bunraku.compiler.syntax.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads definitions that give a type its name: object types, type sets and aliases. Within a set
 * its own types are known by their short names.
 */
public final class TypeSetParser {

  private final Source source;
  private final TypeResolver resolver;
  private final Object lock;

  /**
   * Creates a parser for the definitions of one file.
   *
   * @param source the text that offsets refer to
   * @param resolver finds types that are not in the definition itself
   * @param lock one for all types of a loader
   */
  public TypeSetParser(Source source, TypeResolver resolver, Object lock) {
    this.source = source;
    this.resolver = resolver;
    this.lock = lock;
  }

  /**
   * The type that a definition names; nothing in it is resolved yet.
   *
   * @param name its full name
   * @param expression what stands right of the equals sign
   */
  public PuppetType named(String name, Expression expression) {
    if (expression instanceof LiteralHash hash) {
      return object(name, hash);
    }
    if (expression instanceof AccessExpression access
        && access.left() instanceof QualifiedReference left
        && access.keys().size() == 1
        && access.keys().get(0) instanceof LiteralHash hash) {
      if (left.casedValue().equals("Object")) {
        return object(name, hash);
      }
      if (left.casedValue().equals("TypeSet")) {
        return new TypeSetType(name, set -> read(name, set, hash), lock);
      }
    }
    return new TypeAliasType(name, () -> parser().interpret(expression, source), lock);
  }

  private TypeParser parser() {
    return new TypeParser(resolver);
  }

  private ObjectType object(String name, LiteralHash hash) {
    return new ObjectType(name, () -> stringKeys(parser().interpretAny(hash, source)), lock);
  }

  private static Map<String, Object> stringKeys(Object hash) {
    Map<String, Object> map = new LinkedHashMap<>();
    ((Map<?, ?>) hash).forEach((key, value) -> map.put(String.valueOf(key), value));
    return map;
  }

  private TypeSetDefinition read(String name, TypeSetType set, LiteralHash hash) {
    TypeResolver inner =
        key -> {
          PuppetType outer = resolver.find(key);
          return outer == null ? set.find(key) : outer;
        };
    TypeSetParser members = new TypeSetParser(source, inner, lock);
    Map<Object, Object> values = new LinkedHashMap<>();
    hash.entries()
        .forEach(entry -> {
          Object key = parser().interpretAny(entry.key(), source);
          boolean types = key.equals("types");
          values.put(
              key,
              (types || key.equals("references")) && entry.value() instanceof LiteralHash section
                  ? members(name, section, types ? members : null)
                  : parser().interpretAny(entry.value(), source));
        });
    return TypeSetReader.read(name, values, resolver);
  }

  private Map<Object, Object> members(
      String name, LiteralHash section, @org.jspecify.annotations.Nullable TypeSetParser types) {
    Map<Object, Object> values = new LinkedHashMap<>();
    section
        .entries()
        .forEach(entry -> {
          Object key =
              entry.key() instanceof QualifiedReference reference
                  ? reference.casedValue()
                  : parser().interpretAny(entry.key(), source);
          values.put(
              key,
              types == null
                  ? parser().interpretAny(entry.value(), source)
                  : types.named(name + "::" + key, withoutBraces(entry.value())));
        });
    return values;
  }

  /** Within a set {@code Parent { ... }} reads as the defaults of a resource type. */
  private static Expression withoutBraces(Expression expression) {
    if (!(expression instanceof ResourceDefaultsExpression braces
        && braces.typeRef() instanceof QualifiedReference parent)) {
      return expression;
    }
    List<KeyedEntry> entries = new ArrayList<>();
    String name = parent.casedValue();
    if (!name.equals("Object") && !name.equals("TypeSet")) {
      entries.add(entry("parent", parent, parent));
    }
    for (AttributeOperation operation : braces.operations()) {
      if (operation instanceof NamedAttribute attribute) {
        entries.add(entry(attribute.name(), attribute.value(), attribute));
      }
    }
    LiteralHash hash = new LiteralHash(entries, braces.offset(), braces.length());
    return name.equals("TypeSet")
        ? new AccessExpression(parent, List.of(hash), braces.offset(), braces.length())
        : hash;
  }

  private static KeyedEntry entry(String key, Expression value, Positioned at) {
    return new KeyedEntry(
        new QualifiedName(key, at.offset(), at.length()), value, at.offset(), at.length());
  }
}
