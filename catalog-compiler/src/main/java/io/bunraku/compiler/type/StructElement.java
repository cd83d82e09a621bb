// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

/**
 * A member of a struct.
 *
 * @param keyType the type of one string, within {@code Optional} if the member may be absent
 * @param valueType the type of the value
 */
public record StructElement(PuppetType keyType, PuppetType valueType) {

  /** A member that must be there, unless its value may be undef. */
  public static StructElement of(String name, PuppetType valueType) {
    PuppetType key = StringType.ofValue(name);
    return new StructElement(
        valueType.isAssignable(UndefType.UNDEF) ? new OptionalType(key) : key, valueType);
  }

  /** A member that may be absent. */
  public static StructElement optional(String name, PuppetType valueType) {
    return new StructElement(new OptionalType(StringType.ofValue(name)), valueType);
  }

  /** The key. */
  public String name() {
    PuppetType key = keyType instanceof OptionalType optional ? optional.type() : keyType;
    String value = key instanceof StringType string ? string.value() : null;
    return value == null ? "" : value;
  }

  /** Whether the member may be absent. */
  public boolean isOptional() {
    return keyType.isAssignable(UndefType.UNDEF);
  }
}
