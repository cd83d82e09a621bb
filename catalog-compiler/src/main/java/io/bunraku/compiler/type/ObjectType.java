// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.value.Deferred;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
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
  private final Supplier<?> initHash;
  private final Object lock;
  private volatile @Nullable ObjectDefinition definition;

  /** While the hash is being read, under the lock. */
  private @Nullable ObjectDefinition reading;

  /**
   * Creates a type.
   *
   * @param name its full name, or null
   * @param initHash gives the hash that describes it, as in {@code Object[{...}]}
   * @param lock one for all types of a loader
   */
  public ObjectType(@Nullable String name, Supplier<?> initHash, Object lock) {
    this.name = name;
    this.initHash = initHash;
    this.lock = lock;
  }

  /** Whether this is the type of all objects. */
  @SuppressWarnings("ReferenceEquality") // there is one
  boolean isGeneral() {
    return this == DEFAULT;
  }

  private ObjectDefinition definition() {
    ObjectDefinition known = definition;
    if (known != null) {
      return known;
    }
    synchronized (lock) {
      known = definition;
      if (known != null) {
        return known;
      }
      ObjectDefinition begun = reading;
      return begun == null ? readNow() : begun;
    }
  }

  private ObjectDefinition readNow() {
    reading = ObjectDefinition.UNRESOLVED;
    try {
      ObjectDefinition read = ObjectReader.read(this, name, initHash.get());
      definition = read;
      return read;
    } finally {
      reading = null;
    }
  }

  /** Reads what the type is made of if that has not been done; returns this. */
  public ObjectType resolve() {
    definition();
    return this;
  }

  /** The parent is known before all else, so that a type that inherits from itself shows. */
  @SuppressWarnings("ReferenceEquality") // equality would read what is being read
  void setParent(PuppetType parent) {
    reading = ObjectDefinition.UNRESOLVED.withParent(parent);
    for (PuppetType up = parent; up != null; up = above(up)) {
      if (up == this) {
        throw new EvaluationException("The Object type '" + label() + "' inherits from itself");
      }
    }
  }

  private static @Nullable PuppetType above(PuppetType type) {
    return switch (type) {
      case TypeAliasType alias -> alias.resolvedType();
      case ObjectTypeExtension extension -> extension.baseType();
      case ObjectType object -> object.parent();
      default -> null;
    };
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

  /** The hash that describes this type, in its shortest form and with its name. */
  public Map<String, Object> describe() {
    return definition().describe(qualifiedName());
  }

  /** As {@link #describe()}, without the name. */
  Map<String, Object> describeNameless() {
    return definition().describe(null);
  }

  /** The attributes of this type alone. */
  public Collection<ObjectAttribute> ownAttributes() {
    return definition().attributes().values();
  }

  /** The attributes of the parents and of this type. */
  public Map<String, ObjectAttribute> attributes() {
    return collect(ObjectType::attributes, definition().attributes());
  }

  /** The type parameters of the parents and of this type. */
  public Map<String, ObjectAttribute> typeParameters() {
    return collect(ObjectType::typeParameters, definition().typeParameters());
  }

  /** The attributes and functions of the parents and of this type. */
  Map<String, ObjectMember> members() {
    Map<String, ObjectMember> own = new LinkedHashMap<>(definition().attributes());
    own.putAll(definition().functions());
    return collect(ObjectType::members, own);
  }

  private <T> Map<String, T> collect(
      Function<ObjectType, Map<String, T>> ofParent, Map<String, T> own) {
    ObjectType above = parentObject();
    Map<String, T> all = new LinkedHashMap<>(above == null ? Map.of() : ofParent.apply(above));
    all.putAll(own);
    return all;
  }

  /** An attribute or function of this type or its parents, or null. */
  public @Nullable ObjectMember member(String memberName) {
    ObjectDefinition own = definition();
    if (own.attributes().containsKey(memberName)) {
      return own.attributes().get(memberName);
    }
    if (own.functions().containsKey(memberName)) {
      return own.functions().get(memberName);
    }
    ObjectType above = parentObject();
    return above == null ? null : above.member(memberName);
  }

  /** Names of the attributes, also of the parents, that equal objects have in common. */
  Set<String> equalityAttributes() {
    ObjectType above = parentObject();
    Set<String> names = new LinkedHashSet<>(above == null ? Set.of() : above.equalityAttributes());
    names.addAll(ownEquality());
    return names;
  }

  /** Names of the attributes that this type, its parents aside, makes equality depend on. */
  List<String> ownEquality() {
    List<String> said = definition().equality();
    return said != null
        ? said
        : definition().attributes().values().stream()
            .filter(ObjectAttribute::isGiven)
            .map(ObjectAttribute::name)
            .toList();
  }

  boolean equalityIncludesType() {
    return definition().equalityIncludesType();
  }

  /** Whether this type or a parent has type parameters. */
  boolean isParameterized() {
    return !typeParameters().isEmpty();
  }

  /** The attributes that a new object is given, those without a default first. */
  List<ObjectAttribute> initAttributes() {
    List<ObjectAttribute> ordered = new ArrayList<>();
    Collection<ObjectAttribute> all = attributes().values();
    all.stream().filter(a -> a.isGiven() && a.value() == null).forEach(ordered::add);
    all.stream().filter(a -> a.isGiven() && a.value() != null).forEach(ordered::add);
    return ordered;
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
      case PuppetType type -> isGeneral();
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
