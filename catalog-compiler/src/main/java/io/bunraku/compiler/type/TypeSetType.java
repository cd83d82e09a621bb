// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import io.bunraku.compiler.eval.EvaluationException;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A set of types with a version. As with object types, what it is made of is read at its first use.
 */
public final class TypeSetType implements PuppetType {

  /** Whose names are the runtime's own. */
  static final String RUNTIME = "http://puppet.com/2016.1/runtime";

  /** The type of all sets. */
  public static final TypeSetType DEFAULT = new TypeSetType(null, TypeSetDefinition.standard());

  private final @Nullable String name;
  private final Function<TypeSetType, TypeSetDefinition> reader;
  private final Object lock;
  private volatile @Nullable TypeSetDefinition definition;
  private boolean reading;

  /**
   * Creates a set that a definition names.
   *
   * @param name its full name
   * @param reader gives what it is made of; called once, but again after it has thrown
   * @param lock one for all types of a loader
   */
  public TypeSetType(String name, Function<TypeSetType, TypeSetDefinition> reader, Object lock) {
    this.name = name;
    this.reader = reader;
    this.lock = lock;
  }

  /** Creates a set out of what is known of it. */
  TypeSetType(@Nullable String name, TypeSetDefinition definition) {
    this.name = name;
    this.reader = set -> definition;
    this.lock = definition;
    this.definition = definition;
  }

  TypeSetDefinition definition() {
    TypeSetDefinition known = definition;
    if (known != null) {
      return known;
    }
    synchronized (lock) {
      known = definition;
      return known != null ? known : reading ? TypeSetDefinition.UNRESOLVED : readNow();
    }
  }

  private TypeSetDefinition readNow() {
    reading = true;
    try {
      TypeSetDefinition read = reader.apply(this);
      definition = read;
      read.resolve(this);
      return read;
    } catch (EvaluationException e) {
      definition = null;
      throw e;
    } finally {
      reading = false;
    }
  }

  /** Reads what the set is made of if that has not been done; returns this. */
  public TypeSetType resolve() {
    definition();
    return this;
  }

  /** The full name, or null. */
  public @Nullable String qualifiedName() {
    return name != null ? name : definition().name();
  }

  /**
   * Finds a type of this set, or of one that it refers to.
   *
   * @param qualified its name within this set, in any case
   */
  public @Nullable PuppetType find(String qualified) {
    return definition().find(qualified);
  }

  /** Whether a type is one of this set's own. */
  boolean defines(PuppetType type) {
    return definition().nameOf(type) != null;
  }

  /** How a type is called within this set. */
  String nameFor(PuppetType type, String otherwise) {
    String own = definition().nameOf(type);
    return own == null ? otherwise : own;
  }

  /** The hash that describes it, for texts. */
  Map<String, Object> describe() {
    return definition().describe(qualifiedName());
  }

  @Override
  public boolean isInstance(Object value, @Nullable Guard guard) {
    return value instanceof TypeSetType;
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // there is one
  public boolean accepts(PuppetType other, @Nullable Guard guard) {
    return other instanceof TypeSetType o && (this == DEFAULT || equals(o));
  }

  @Override
  public PuppetType unparameterized() {
    return DEFAULT;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof TypeSetType o
            && Objects.equals(qualifiedName(), o.qualifiedName())
            && Objects.equals(definition().nameAuthority(), o.definition().nameAuthority())
            && Objects.equals(definition().version(), o.definition().version()));
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(qualifiedName());
  }

  @Override
  public String toString() {
    return TypeFormatter.expandedString(this);
  }
}
