// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.value.SemVer;
import io.bunraku.compiler.value.SemVerRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads and checks the hash of one type set, with Puppet's messages. */
final class TypeSetReader {

  private static final SemVerRange READABLE = SemVerRange.parse("1.x");

  private final @Nullable String name;
  private final @Nullable String authority;
  private final Map<?, ?> hash;
  private final TypeResolver resolver;

  private TypeSetReader(
      @Nullable String name, @Nullable String authority, Map<?, ?> hash, TypeResolver resolver) {
    this.name = name;
    this.authority = authority;
    this.hash = hash;
    this.resolver = resolver;
  }

  /**
   * Reads the hash.
   *
   * @param name the name that the definition gives it, or null for an inline set
   * @param resolver finds the sets that it refers to
   */
  static TypeSetDefinition read(@Nullable String name, Object source, TypeResolver resolver) {
    Map<?, ?> hash =
        (Map<?, ?>)
            TypeAsserter.assertInstanceOf(
                "TypeSet initializer", ObjectInitializer.TYPE_SET, source);
    String known = name != null ? name : text(hash, "name");
    String authority = name != null ? TypeSetType.RUNTIME : text(hash, "name_authority");
    return new TypeSetReader(known, authority, hash, resolver).read();
  }

  private TypeSetDefinition read() {
    SemVer pcore = version("pcore_version");
    if (pcore == null || !READABLE.includes(pcore)) {
      throw new EvaluationException(
          "The pcore version for TypeSet '%s' is not understood by this runtime. Expected range"
                  .formatted(name)
              + " %s, got %s".formatted(READABLE, pcore));
    }
    Map<String, Object> types = new LinkedHashMap<>();
    if (hash.get("types") instanceof Map<?, ?> map) {
      map.forEach((key, value) -> types.put((String) key, value));
    }
    return new TypeSetDefinition(
        name,
        text(hash, "pcore_uri"),
        pcore,
        authority,
        version("version"),
        types,
        references(types),
        hash.get("annotations") instanceof Map<?, ?> map ? map : null);
  }

  private @Nullable SemVer version(String key) {
    return switch (hash.get(key)) {
      case String given -> SemVer.parse(given);
      case SemVer given -> given;
      case null, default -> null;
    };
  }

  private static @Nullable String text(Map<?, ?> map, String key) {
    return map.get(key) instanceof String given ? given : null;
  }

  private Map<String, TypeSetReference> references(Map<String, Object> types) {
    Map<String, TypeSetReference> references = new LinkedHashMap<>();
    if (hash.get("references") instanceof Map<?, ?> map) {
      map.forEach((key, value) -> {
        TypeSetReference reference = reference((Map<?, ?>) value);
        assertOnce(reference, references);
        if (types.containsKey((String) key)) {
          throw new EvaluationException(
              ("TypeSet '%s' references a TypeSet using alias '%s'. The alias collides with the"
                      + " name of a declared type")
                  .formatted(name, key));
        }
        references.put((String) key, reference);
      });
    }
    return references;
  }

  private TypeSetReference reference(Map<?, ?> map) {
    String own = text(map, "name_authority");
    SemVerRange range =
        map.get("version_range") instanceof SemVerRange given
            ? given
            : SemVerRange.parse(String.valueOf(map.get("version_range")));
    return new TypeSetReference(
        String.valueOf(map.get("name")), own == null ? authority : own, range, resolver);
  }

  private void assertOnce(TypeSetReference added, Map<String, TypeSetReference> known) {
    List<TypeSetReference> others = new ArrayList<>(known.values());
    others.removeIf(other ->
        !other.name().equals(added.name())
            || !String.valueOf(other.nameAuthority())
                .equals(String.valueOf(added.nameAuthority())));
    if (others.stream().anyMatch(other -> other.range().intersects(added.range()))) {
      throw new EvaluationException(
          "TypeSet '%s' references TypeSet '%s/%s' more than once using overlapping version ranges"
              .formatted(name, added.nameAuthority(), added.name()));
    }
  }
}
