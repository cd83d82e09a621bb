// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import java.util.ArrayList;
import java.util.List;

/** The types of the hashes that describe object types, their members and type sets. */
final class ObjectInitializer {

  static final PuppetType MEMBER_NAME = pattern("\\A[a-z_]\\w*\\z");
  static final PuppetType QUALIFIED_NAME = pattern("\\A[A-Z][\\w]*(?:::[A-Z][\\w]*)*\\z");

  private static final PuppetType ANNOTATIONS =
      new OptionalType(
          HashType.of(
              new TypeType(BuiltinTypes.ANNOTATION), HashType.of(MEMBER_NAME, AnyType.ANY)));

  /** Of an attribute. */
  static final StructType ATTRIBUTE =
      struct(
          "type",
          TypeType.DEFAULT,
          "final?",
          BooleanType.DEFAULT,
          "override?",
          BooleanType.DEFAULT,
          "kind?",
          TypeFactory.enumeration(List.of("constant", "derived", "given_or_derived", "reference")),
          "value",
          AnyType.ANY,
          "annotations?",
          ANNOTATIONS);

  /** The type of a function. */
  static final PuppetType FUNCTION_TYPE = new TypeType(CallableType.DEFAULT);

  /** Of a function. */
  static final StructType FUNCTION =
      struct(
          "type",
          FUNCTION_TYPE,
          "final?",
          BooleanType.DEFAULT,
          "override?",
          BooleanType.DEFAULT,
          "annotations?",
          ANNOTATIONS);

  /** Of an object type. */
  static final StructType OBJECT =
      struct(
          "name?",
          QUALIFIED_NAME,
          "parent?",
          TypeType.DEFAULT,
          "type_parameters?",
          members(NotUndefType.DEFAULT),
          "attributes?",
          members(NotUndefType.DEFAULT),
          "constants?",
          members(AnyType.ANY),
          "functions?",
          HashType.of(VariantType.of(MEMBER_NAME, StringType.ofValue("[]")), NotUndefType.DEFAULT),
          "equality?",
          VariantType.of(MEMBER_NAME, ArrayType.of(MEMBER_NAME)),
          "equality_include_type?",
          BooleanType.DEFAULT,
          "checks?",
          AnyType.ANY,
          "annotations?",
          ANNOTATIONS);

  static final PuppetType URI = pattern("\\A[a-zA-Z][-+.a-zA-Z\\d]*:");
  static final PuppetType SIMPLE_NAME = pattern("\\A[A-Z]\\w*\\z");
  private static final PuppetType VERSION =
      VariantType.of(StringType.NON_EMPTY, SemVerType.DEFAULT);

  private static final StructType REFERENCE =
      struct(
          "name",
          QUALIFIED_NAME,
          "version_range",
          VariantType.of(StringType.NON_EMPTY, SemVerRangeType.SEM_VER_RANGE),
          "name_authority?",
          URI,
          "annotations?",
          ANNOTATIONS);

  /** Of a type set. */
  static final StructType TYPE_SET =
      struct(
          "pcore_uri?",
          URI,
          "pcore_version",
          VERSION,
          "name_authority?",
          URI,
          "name?",
          QUALIFIED_NAME,
          "version?",
          VERSION,
          "types?",
          nonEmpty(VariantType.of(TypeType.DEFAULT, OBJECT)),
          "references?",
          nonEmpty(REFERENCE),
          "annotations?",
          ANNOTATIONS);

  private ObjectInitializer() {}

  private static PuppetType nonEmpty(PuppetType value) {
    return new HashType(SIMPLE_NAME, value, new IntegerType(1L, null));
  }

  private static PuppetType members(PuppetType value) {
    return HashType.of(MEMBER_NAME, value);
  }

  private static PuppetType pattern(String text) {
    return new PatternType(List.of(RegexpType.ofPattern(text)));
  }

  /** Keys and types by turns; a question mark behind a key says that it may be absent. */
  private static StructType struct(Object... namesAndTypes) {
    List<StructElement> elements = new ArrayList<>();
    for (int i = 0; i < namesAndTypes.length; i += 2) {
      String name = (String) namesAndTypes[i];
      PuppetType type = (PuppetType) namesAndTypes[i + 1];
      elements.add(
          name.endsWith("?")
              ? StructElement.optional(name.substring(0, name.length() - 1), type)
              : StructElement.of(name, type));
    }
    return new StructType(elements);
  }
}
