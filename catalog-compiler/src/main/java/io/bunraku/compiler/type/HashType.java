// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Hashes.
 *
 * @param keyType what all keys are
 * @param valueType what all values are
 * @param size number of entries, or null for any
 */
public record HashType(PuppetType keyType, PuppetType valueType, @Nullable IntegerType size)
    implements CollectionFamily {

  /** All hashes. */
  public static final HashType DEFAULT = new HashType(AnyType.ANY, AnyType.ANY, null);

  /** The empty hash. */
  public static final HashType EMPTY =
      new HashType(UnitType.UNIT, UnitType.UNIT, IntegerType.exactly(0));

  public HashType {
    if (size != null && size.equals(new IntegerType(0L, 0L))) {
      keyType = UnitType.UNIT;
      valueType = UnitType.UNIT;
    }
    size = size == null ? null : size.toSize();
  }

  /** Hashes of any size. */
  public static HashType of(PuppetType keyType, PuppetType valueType) {
    return new HashType(keyType, valueType, null);
  }

  @Override
  public boolean isInstance(Object value, @Nullable Guard guard) {
    if (!(value instanceof Map<?, ?> map) || (size != null && !size.contains(map.size()))) {
      return false;
    }
    if (keyType instanceof AnyType && valueType instanceof AnyType) {
      return true;
    }
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (!keyType.isInstance(entry.getKey(), guard)
          || !valueType.isInstance(entry.getValue(), guard)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean accepts(PuppetType other, @Nullable Guard guard) {
    return switch (other) {
      case HashType o -> acceptsHash(o, guard);
      case StructType o -> acceptsStruct(o, guard);
      default -> false;
    };
  }

  private boolean acceptsHash(HashType o, @Nullable Guard guard) {
    if (effectiveSize().minimum() == 0 && o.equals(EMPTY)) {
      return true;
    }
    return keyType.isAssignable(o.keyType, guard)
        && valueType.isAssignable(o.valueType, guard)
        && acceptsSize(o, guard);
  }

  private boolean acceptsStruct(StructType o, @Nullable Guard guard) {
    if (!effectiveSize().contains(o.elements().size())) {
      return false;
    }
    for (StructElement element : o.elements()) {
      if (!keyType.isInstance(element.name(), guard)
          || !valueType.isAssignable(element.valueType(), guard)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public PuppetType generalize() {
    return isPlain() ? this : new HashType(keyType.generalize(), valueType.generalize(), null);
  }

  @Override
  public PuppetType normalize() {
    return isPlain() ? this : new HashType(keyType.normalize(), valueType.normalize(), size);
  }

  private boolean isPlain() {
    return equals(DEFAULT) || equals(EMPTY);
  }

  @Override
  public PuppetType unparameterized() {
    return DEFAULT;
  }

  @Override
  public List<PuppetType> children() {
    return List.of(keyType, valueType);
  }

  @Override
  public @Nullable IterableType iterableType(@Nullable Guard guard) {
    PuppetType key = isPlain() ? UnitType.UNIT : keyType;
    PuppetType value = isPlain() ? UnitType.UNIT : valueType;
    return new IterableType(new TupleType(List.of(key, value), IntegerType.exactly(2)));
  }

  @Override
  public String toString() {
    return TypeFormatter.string(this);
  }
}
