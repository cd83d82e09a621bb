// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.function.builtin;

import io.bunraku.compiler.LanguageVersion;
import io.bunraku.compiler.function.FunctionTable;
import io.bunraku.compiler.function.PuppetFunction;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All functions that come with Puppet. One instance serves all compiles; a function's signature is
 * resolved when something first looks for it.
 */
public final class BuiltinFunctions implements FunctionTable {

  private final Map<String, Supplier<PuppetFunction>> suppliers;
  private final Map<String, PuppetFunction> resolved = new ConcurrentHashMap<>();

  /** Declares the functions of Puppet 7. */
  public BuiltinFunctions() {
    this(LanguageVersion.PUPPET_7);
  }

  /** Declares all functions of a version. */
  public BuiltinFunctions(LanguageVersion version) {
    Registry registry = new Registry();
    EachFunctions.register(registry);
    MatchingFunctions.register(registry);
    FoldFunctions.register(registry);
    LazyFunctions.register(registry);
    FlowFunctions.register(registry);
    StringFunctions.register(registry);
    RegexpFunctions.register(registry);
    FormatFunctions.register(registry);
    CollectionFunctions.register(registry);
    OrderFunctions.register(registry);
    MathFunctions.register(registry);
    DigestFunctions.register(registry);
    TypeFunctions.register(registry);
    DataFunctions.register(registry);
    LogFunctions.register(registry);
    CatalogFunctions.register(registry);
    FileFunctions.register(registry);
    TemplateFunctions.register(registry);
    LookupFunctions.register(registry);
    if (version == LanguageVersion.PUPPET_8) {
      SensitiveTextFunctions.register(registry);
      OrderFunctions.registerOfPuppet8(registry);
    }
    suppliers = Map.copyOf(registry.suppliers());
  }

  @Override
  public @Nullable PuppetFunction find(String name) {
    PuppetFunction known = resolved.get(name);
    if (known != null) {
      return known;
    }
    Supplier<PuppetFunction> supplier = suppliers.get(name);
    if (supplier == null) {
      return null;
    }
    PuppetFunction made = supplier.get();
    resolved.put(name, made);
    return made;
  }

  /** The names of all functions. */
  public Set<String> names() {
    return suppliers.keySet();
  }
}
