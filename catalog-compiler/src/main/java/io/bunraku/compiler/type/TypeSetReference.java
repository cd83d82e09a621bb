// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.value.SemVerRange;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A type set that another one refers to. */
final class TypeSetReference {

  private final String name;
  private final @Nullable String nameAuthority;
  private final SemVerRange range;
  private final TypeResolver resolver;
  private @Nullable TypeSetType typeSet;

  TypeSetReference(
      String name, @Nullable String nameAuthority, SemVerRange range, TypeResolver resolver) {
    this.name = name;
    this.nameAuthority = nameAuthority;
    this.range = range;
    this.resolver = resolver;
  }

  String name() {
    return name;
  }

  @Nullable String nameAuthority() {
    return nameAuthority;
  }

  SemVerRange range() {
    return range;
  }

  TypeSetType typeSet() {
    return Objects.requireNonNull(typeSet, "not resolved");
  }

  void resolve(TypeSetType owner) {
    String subject =
        "TypeSet '%s' reference to TypeSet named '%s'".formatted(owner.qualifiedName(), name);
    PuppetType found = resolver.find(name.toLowerCase(Locale.ROOT));
    if (found == null) {
      throw new EvaluationException(subject + " cannot be resolved");
    }
    if (!(found instanceof TypeSetType set)) {
      throw new EvaluationException(subject + " resolves to a " + found.name());
    }
    typeSet = set.resolve();
    var version = set.definition().version();
    if (version == null || !range.includes(version)) {
      throw new EvaluationException(
          "%s resolves to an incompatible version. Expected %s, got %s"
              .formatted(subject, range, version == null ? "" : version));
    }
  }

  Map<String, Object> describe(@Nullable String ownerAuthority) {
    Map<String, Object> hash = new LinkedHashMap<>();
    if (nameAuthority != null && !nameAuthority.equals(ownerAuthority)) {
      hash.put("name_authority", nameAuthority);
    }
    hash.put("name", name);
    hash.put("version_range", range.toString());
    return hash;
  }
}
