// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Hashes with named entries of known types.
 *
 * @param elements the entries
 */
public record StructType(List<StructElement> elements) implements PuppetType {

  /** The struct without entries. */
  public static final StructType DEFAULT = new StructType(List.of());

  public StructType {
    elements = List.copyOf(elements);
  }

  /** The entries by name. */
  public Map<String, StructElement> byName() {
    Map<String, StructElement> map = new LinkedHashMap<>();
    elements.forEach(element -> map.put(element.name(), element));
    return map;
  }

  @Override
  public boolean isInstance(Object value, @Nullable Guard guard) {
    if (!(value instanceof Map<?, ?> map)) {
      return false;
    }
    int matched = 0;
    for (int i = 0; i < elements.size(); i++) {
      StructElement element = elements.get(i);
      Object v = map.get(element.name());
      if (v == null) {
        if (!element.isOptional()) {
          return false;
        }
      } else if (element.valueType().isInstance(v, guard)) {
        matched++;
      } else {
        return false;
      }
    }
    return matched == map.size();
  }

  @Override
  public boolean accepts(PuppetType other, @Nullable Guard guard) {
    return switch (other) {
      case StructType o -> acceptsStruct(o, guard);
      case HashType o -> acceptsHash(o, guard);
      default -> false;
    };
  }

  private boolean acceptsStruct(StructType o, @Nullable Guard guard) {
    Map<String, StructElement> others = o.byName();
    int matched = 0;
    for (StructElement mine : elements) {
      StructElement theirs = others.get(mine.name());
      if (theirs == null) {
        if (!mine.isOptional()) {
          return false;
        }
      } else if (mine.keyType().isAssignable(theirs.keyType(), guard)
          && mine.valueType().isAssignable(theirs.valueType(), guard)) {
        matched++;
      } else {
        return false;
      }
    }
    return matched == others.size();
  }

  private boolean acceptsHash(HashType o, @Nullable Guard guard) {
    int required = 0;
    for (StructElement element : elements) {
      if (!element.isOptional()) {
        required++;
        if (!element.valueType().isAssignable(o.valueType(), guard)
            || !element.keyType().generalize().isAssignable(o.keyType())) {
          return false;
        }
      }
    }
    return IntegerType.of(required, elements.size()).isAssignable(o.effectiveSize(), guard);
  }

  @Override
  public StructType generalize() {
    List<StructElement> changed = new ArrayList<>();
    elements.forEach(e -> changed.add(new StructElement(e.keyType(), e.valueType().generalize())));
    return new StructType(changed);
  }

  @Override
  public StructType normalize() {
    List<StructElement> changed = new ArrayList<>();
    elements.forEach(e -> changed.add(new StructElement(e.keyType(), e.valueType().normalize())));
    return new StructType(changed);
  }

  @Override
  public PuppetType unparameterized() {
    return DEFAULT;
  }

  @Override
  public List<PuppetType> children() {
    List<PuppetType> children = new ArrayList<>();
    for (StructElement element : elements) {
      children.add(element.keyType());
      children.add(element.valueType());
    }
    return children;
  }

  @Override
  public boolean isIterable(@Nullable Guard guard) {
    return true;
  }

  @Override
  public @Nullable IterableType iterableType(@Nullable Guard guard) {
    if (elements.isEmpty()) {
      return HashType.DEFAULT.iterableType(guard);
    }
    PuppetType keys = VariantType.of(elements.stream().map(StructElement::keyType).toList());
    PuppetType values = VariantType.of(elements.stream().map(StructElement::valueType).toList());
    return new IterableType(new TupleType(List.of(keys, values), IntegerType.exactly(2)));
  }

  @Override
  public String toString() {
    return TypeFormatter.string(this);
  }
}
