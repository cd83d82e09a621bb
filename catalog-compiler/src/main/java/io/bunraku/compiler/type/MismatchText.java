// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words for a wrong type: as short as they can be, as detailed as they must. */
final class MismatchText {

  private final List<PuppetType> expected;
  private final PuppetType actual;
  private final boolean optional;

  private MismatchText(PuppetType expected, PuppetType actual) {
    PuppetType inner = expected;
    this.optional = expected instanceof OptionalType;
    if (expected instanceof OptionalType o && o.type() != null) {
      inner = o.type();
    }
    this.expected = inner instanceof VariantType variant ? variant.types() : List.of(inner);
    this.actual = actual;
  }

  static String of(PuppetType expected, PuppetType actual) {
    return new MismatchText(expected, actual).text();
  }

  static String ofPattern(PuppetType expected, PuppetType actual) {
    PuppetType inner = expected;
    String prefix = "";
    if (expected instanceof OptionalType optional && optional.type() != null) {
      inner = optional.type();
      prefix = "an undef value or ";
    }
    String got =
        actual instanceof StringType string && string.value() != null
            ? "'" + string.value() + "'"
            : shortName(actual);
    return "expects "
        + prefix
        + "a match for "
        + TypeFormatter.expandedString(inner)
        + ", got "
        + got;
  }

  private String text() {
    boolean detailed = isDetailed();
    List<String> names = new ArrayList<>();
    String got = detailed ? detailedActual() : shortName(actual);
    if (detailed) {
      expected.forEach(type -> names.add(TypeFormatter.expandedString(type)));
    } else {
      LinkedHashSet<String> unique = new LinkedHashSet<>();
      expected.forEach(type -> unique.add(shortName(type)));
      names.addAll(unique);
    }
    if (optional) {
      names.add(0, "Undef");
    }
    return names.size() == 1
        ? "expects " + TypeLabel.withArticle(names.get(0)) + " value, got " + got
        : "expects a value of type " + join(names) + ", got " + got;
  }

  private static String join(List<String> names) {
    int last = names.size() - 1;
    return switch (names.size()) {
      case 0 -> "";
      case 2 -> names.get(0) + " or " + names.get(1);
      default -> String.join(", ", names.subList(0, last)) + ", or " + names.get(last);
    };
  }

  private static String shortName(PuppetType type) {
    if (type instanceof WithContainedType container
        && container.type() != null
        && !(container.type() instanceof AnyType)) {
      PuppetType inner = container.type();
      boolean nameless = inner instanceof ObjectType object && object.qualifiedName() == null;
      return type.name() + "[" + (nameless ? "" : plainName(inner)) + "]";
    }
    return plainName(type);
  }

  private static String plainName(PuppetType type) {
    return TypeSetType.DEFAULT.equals(type) ? "DefaultTypeSet" : type.name();
  }

  private boolean isDetailed() {
    return isAlwaysDetailed(expected)
        || expected.stream().anyMatch(type -> isOfDefault(resolved(type)));
  }

  /** The default of object types with parameters is that of all types. */
  private boolean isOfDefault(PuppetType type) {
    return type instanceof ObjectTypeExtension || type.unparameterized().isAssignable(actual);
  }

  private boolean isAlwaysDetailed(List<PuppetType> types) {
    for (PuppetType type : types) {
      if (type.getClass() == actual.getClass()
          || type instanceof TypeAliasType
          || actual instanceof TypeAliasType
          || (type instanceof StructType && actual instanceof HashType)
          || (type instanceof TupleType && actual instanceof ArrayType)) {
        return true;
      }
    }
    return false;
  }

  private String detailedActual() {
    List<PuppetType> types = expected.stream().map(MismatchText::resolved).toList();
    if (isAlwaysDetailed(types)) {
      return TypeFormatter.expandedString(actual);
    }
    PuppetType general = actual.generalize();
    return types.stream().anyMatch(type -> type.isAssignable(general))
        ? TypeFormatter.expandedString(actual)
        : actual.simpleName();
  }

  private static PuppetType resolved(PuppetType type) {
    @Nullable PuppetType result = type;
    while (result instanceof TypeAliasType alias) {
      result = alias.resolvedType();
    }
    return result;
  }
}
