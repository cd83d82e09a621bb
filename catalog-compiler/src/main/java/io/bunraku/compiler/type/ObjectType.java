// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.value.Deferred;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A type with attributes, made in the language or built in. What it is made of is read at its first
 * use, so that it may refer to itself.
 */
public final class ObjectType implements PuppetType {

  /** All object types. */
  public static final ObjectType DEFAULT = new ObjectType(null, Map::of, new Object());

  private final @Nullable String name;
  private final Supplier<Map<String, Object>> initHash;
  private final Object lock;
  private volatile @Nullable ObjectDefinition definition;

  /**
   * Creates a type.
   *
   * @param name its full name, or null
   * @param initHash gives the hash that describes it, as in {@code Object[{...}]}
   * @param lock one for all types of a loader
   */
  public ObjectType(@Nullable String name, Supplier<Map<String, Object>> initHash, Object lock) {
    this.name = name;
    this.initHash = initHash;
    this.lock = lock;
  }

  /** Whether this is the type of all objects. */
  boolean isGeneral() {
    return name == null && describe().isEmpty();
  }

  private ObjectDefinition definition() {
    ObjectDefinition known = definition;
    if (known != null) {
      return known;
    }
    synchronized (lock) {
      known = definition;
      if (known == null) {
        known = ObjectDefinition.read(this, initHash.get());
        definition = known;
      }
      return known;
    }
  }

  /** The name, or {@code Object} if it has none. */
  public String label() {
    String known = qualifiedName();
    return known == null ? "Object" : known;
  }

  /** The name, or null. */
  public @Nullable String qualifiedName() {
    return name != null ? name : definition().name();
  }

  /** The parent, or null. */
  public @Nullable PuppetType parent() {
    return definition().parent();
  }

  @Nullable ObjectType parentObject() {
    PuppetType parent = parent();
    while (parent instanceof TypeAliasType alias) {
      parent = alias.resolvedType();
    }
    if (parent instanceof TypeReferenceType reference) {
      throw new EvaluationException(
          "reference to unresolved type '" + reference.typeString() + "'");
    }
    return parent instanceof ObjectType object ? object : null;
  }

  /** The hash that describes this type. */
  public Map<String, Object> describe() {
    return definition().source();
  }

  /** The attributes of the parents and of this type. */
  public Map<String, ObjectAttribute> attributes() {
    ObjectType above = parentObject();
    Map<String, ObjectAttribute> all =
        new LinkedHashMap<>(above == null ? Map.of() : above.attributes());
    all.putAll(definition().attributes());
    return all;
  }

  /** The type parameters of the parents and of this type. */
  public Map<String, PuppetType> typeParameters() {
    ObjectType above = parentObject();
    Map<String, PuppetType> all =
        new LinkedHashMap<>(above == null ? Map.of() : above.typeParameters());
    all.putAll(definition().typeParameters());
    return all;
  }

  /** The hash that a new object is made from. */
  public StructType initType() {
    List<StructElement> elements = new ArrayList<>();
    for (ObjectAttribute attribute : attributes().values()) {
      if (attribute.isGiven()) {
        elements.add(
            attribute.value() == null
                ? StructElement.of(attribute.name(), attribute.type())
                : StructElement.optional(attribute.name(), attribute.type()));
      }
    }
    return new StructType(elements);
  }

  @Override
  public boolean isInstance(Object value, @Nullable Guard guard) {
    return switch (value) {
      case TypedValue typed -> isAssignable(typed.puppetType(), guard);
      case Deferred deferred -> isAssignable(BuiltinTypes.DEFERRED, guard);
      default -> false;
    };
  }

  @Override
  public boolean accepts(PuppetType other, @Nullable Guard guard) {
    return switch (other) {
      case ObjectType o -> isGeneral() || equals(o) || acceptsParentOf(o, guard);
      case ObjectTypeExtension o -> isAssignable(o.baseType(), guard);
      default -> false;
    };
  }

  private boolean acceptsParentOf(ObjectType o, @Nullable Guard guard) {
    PuppetType parent = o.parent();
    return parent != null && isAssignable(parent, guard);
  }

  @Override
  public PuppetType unparameterized() {
    return DEFAULT;
  }

  @Override
  public String name() {
    return label();
  }

  @Override
  public String simpleName() {
    String label = label();
    return label.substring(label.lastIndexOf(':') + 1);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof ObjectType o
            && Objects.equals(qualifiedName(), o.qualifiedName())
            && describe().equals(o.describe()));
  }

  @Override
  public int hashCode() {
    String known = qualifiedName();
    return known != null ? known.hashCode() : describe().hashCode();
  }

  @Override
  public String toString() {
    return TypeFormatter.expandedString(this);
  }
}
