// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

import io.bunraku.compiler.link.Bindings;
import io.bunraku.compiler.loader.Loaded;
import io.bunraku.compiler.syntax.Definition.TypeAlias;
import io.bunraku.compiler.type.BuiltinTypes;
import io.bunraku.compiler.type.ObjectType;
import io.bunraku.compiler.type.PuppetType;
import io.bunraku.compiler.type.ResourceType;
import io.bunraku.compiler.type.TypeAliasType;
import io.bunraku.compiler.type.TypeFormatter;
import io.bunraku.compiler.type.TypeParser;
import io.bunraku.compiler.type.TypeReferenceType;
import io.bunraku.compiler.type.TypeResolver;
import io.bunraku.compiler.type.TypeSetParser;
import io.bunraku.compiler.type.TypeSetType;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds types by name: Puppet's own, then aliases, then types of resources and defines. */
final class TypeNames {

  private final Bindings bindings;

  /** The type sets that this compile has named. */
  private final Set<String> sets = new HashSet<>();

  TypeNames(Bindings bindings) {
    this.bindings = bindings;
  }

  /** A type by its name as written; a reference to nothing when there is none. */
  PuppetType find(String casedName, Scope scope) {
    PuppetType known = bindings.type(casedName);
    if (known != null) {
      return known instanceof TypeSetType ? named(fold(casedName), known) : known;
    }
    String name = fold(casedName);
    PuppetType builtin = BuiltinTypes.find(name);
    PuppetType found = builtin != null ? builtin : findInEnvironment(name, scope);
    if (found == null) {
      return new TypeReferenceType(casedName);
    }
    boolean lasting = builtin != null || bindings.type(name) != null;
    return lasting ? bindings.bindType(casedName, found) : found;
  }

  private static String fold(String name) {
    return (name.startsWith("::") ? name.substring(2) : name).toLowerCase(Locale.ROOT);
  }

  private PuppetType named(String name, PuppetType type) {
    if (type instanceof TypeSetType) {
      sets.add(name);
    }
    return type;
  }

  /** The types of the environment, as long as this compile runs. */
  TypeResolver resolver(Scope scope) {
    return name -> findInEnvironment(name, scope);
  }

  PuppetType parse(String text, Scope scope) {
    return new TypeParser(resolver(scope)).parse(text);
  }

  private @Nullable PuppetType findInEnvironment(String name, Scope scope) {
    PuppetType known = bindings.type(name);
    if (known != null) {
      return named(name, known);
    }
    Loaded<TypeAlias> alias = scope.compilation().loader().typeAlias(name);
    if (alias != null) {
      return named(name, resolve(name, alias, scope));
    }
    PuppetType member = memberOfSet(name, scope);
    if (member != null) {
      return member;
    }
    return scope.compilation().loader().knowsDefine(name)
            || scope.compilation().catalog().isResourceType(name)
        ? bindings.bindType(name, new ResourceType(TypeFormatter.capitalizeSegments(name), null))
        : null;
  }

  /**
   * A type of a set whose name is all but the last segments of the type's own. The set of a module
   * is found by that, any other has to be named before in this compile, as with Puppet; so only the
   * former is remembered.
   */
  private @Nullable PuppetType memberOfSet(String name, Scope scope) {
    for (int end = name.lastIndexOf("::"); end > 0; end = name.lastIndexOf("::", end - 1)) {
      String parent = name.substring(0, end);
      Loaded<TypeAlias> alias = scope.compilation().loader().typeAlias(parent);
      boolean ofModule = alias != null && parent.equals(alias.moduleName());
      if ((ofModule || sets.contains(parent))
          && findInEnvironment(parent, scope) instanceof TypeSetType set) {
        PuppetType member = set.find(name.substring(end + 2));
        return member != null && ofModule ? bindings.bindType(name, member) : member;
      }
    }
    return null;
  }

  /** The alias is known by its name before it is resolved, as it may contain itself. */
  private PuppetType resolve(String name, Loaded<TypeAlias> alias, Scope scope) {
    AliasBody body = new AliasBody(alias, resolver(scope));
    PuppetType type = bindings.bindType(name, body.unresolved(bindings));
    try {
      if (type instanceof TypeAliasType aliasType) {
        aliasType.resolve();
      } else if (type instanceof ObjectType object) {
        object.resolve();
      } else if (type instanceof TypeSetType set) {
        set.resolve();
      }
    } catch (EvaluationException e) {
      bindings.unbindType(name);
      throw e;
    }
    body.forget();
    return type;
  }

  /** The text of an alias; forgets the compile that it was resolved in. */
  private static final class AliasBody {
    private final Loaded<TypeAlias> alias;
    private @Nullable TypeResolver resolver;

    AliasBody(Loaded<TypeAlias> alias, TypeResolver resolver) {
      this.alias = alias;
      this.resolver = resolver;
    }

    PuppetType unresolved(Object lock) {
      TypeResolver whileCompiling =
          name -> {
            TypeResolver known = resolver;
            return known == null ? null : known.find(name);
          };
      return new TypeSetParser(alias.source(), whileCompiling, lock)
          .named(alias.definition().name(), alias.definition().typeExpr());
    }

    void forget() {
      resolver = null;
    }
  }
}
