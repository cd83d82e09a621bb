// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import io.bunraku.compiler.value.SemVer;
import io.bunraku.compiler.value.Undef;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the hash of a type set says, checked.
 *
 * @param name the name in the hash, or null
 * @param pcoreUri the URI of the type system, or null
 * @param pcoreVersion the version of the type system
 * @param nameAuthority whose names these are, or null
 * @param version the version of the set, or null
 * @param types its types by name; a type that is written as a hash stays one in an inline set
 * @param references the sets that it refers to, by alias
 * @param annotations its annotations, or null
 */
record TypeSetDefinition(
    @Nullable String name,
    @Nullable String pcoreUri,
    SemVer pcoreVersion,
    @Nullable String nameAuthority,
    @Nullable SemVer version,
    Map<String, Object> types,
    Map<String, TypeSetReference> references,
    @Nullable Map<?, ?> annotations) {

  private static final SemVer PCORE_VERSION = SemVer.parse("1.0.0");

  /** Stands for a set while its hash is being read, which may lead back to it. */
  static final TypeSetDefinition UNRESOLVED =
      new TypeSetDefinition(null, null, PCORE_VERSION, null, null, Map.of(), Map.of(), null);

  /** Of the type of all sets. */
  static TypeSetDefinition standard() {
    return new TypeSetDefinition(
        "DefaultTypeSet",
        "http://puppet.com/2016.1/pcore",
        SemVer.parse("1.0.0"),
        TypeSetType.RUNTIME,
        SemVer.parse("0.0.0"),
        Map.of(),
        Map.of(),
        null);
  }

  /** Resolves all that it refers to. */
  void resolve(TypeSetType owner) {
    references.values().forEach(reference -> reference.resolve(owner));
    types
        .values()
        .forEach(type -> {
          switch (type) {
            case TypeAliasType alias -> alias.resolve();
            case ObjectType object -> object.resolve();
            case TypeSetType set -> set.resolve();
            default -> {}
          }
        });
  }

  @Nullable PuppetType find(String qualified) {
    Object own = get(types, qualified);
    if (own instanceof PuppetType type) {
      return type;
    }
    int colons = qualified.indexOf("::");
    TypeSetReference reference =
        get(references, colons < 0 ? qualified : qualified.substring(0, colons));
    if (reference == null) {
      return null;
    }
    TypeSetType set = reference.typeSet();
    return colons < 0 ? set : set.find(qualified.substring(colons + 2));
  }

  private static <T> @Nullable T get(Map<String, T> map, String name) {
    T exact = map.get(name);
    if (exact != null) {
      return exact;
    }
    String folded = name.toLowerCase(Locale.ROOT);
    return map.entrySet().stream()
        .filter(entry -> entry.getKey().toLowerCase(Locale.ROOT).equals(folded))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  /** The name of one of its types, also of those that it refers to; null when it has it not. */
  @SuppressWarnings("ReferenceEquality") // a set knows its own types, not equal ones
  @Nullable String nameOf(PuppetType type) {
    for (Map.Entry<String, Object> entry : types.entrySet()) {
      if (entry.getValue() == type) {
        return entry.getKey();
      }
    }
    for (Map.Entry<String, TypeSetReference> entry : references.entrySet()) {
      String name = entry.getValue().typeSet().definition().nameOf(type);
      if (name != null) {
        return entry.getKey() + "::" + name;
      }
    }
    return null;
  }

  Map<String, Object> describe(@Nullable String shownName) {
    Map<String, Object> hash = new LinkedHashMap<>();
    put(hash, "annotations", annotations);
    put(hash, "pcore_uri", pcoreUri);
    hash.put("pcore_version", pcoreVersion.toString());
    put(hash, "name_authority", nameAuthority);
    hash.put("name", shownName == null ? Undef.UNDEF : shownName);
    put(hash, "version", version == null ? null : version.toString());
    put(hash, "types", types.isEmpty() ? null : types);
    if (!references.isEmpty()) {
      Map<String, Object> described = new LinkedHashMap<>();
      references.forEach((key, one) -> described.put(key, one.describe(nameAuthority)));
      hash.put("references", described);
    }
    return hash;
  }

  private static void put(Map<String, Object> hash, String key, @Nullable Object value) {
    if (value != null) {
      hash.put(key, value);
    }
  }
}
