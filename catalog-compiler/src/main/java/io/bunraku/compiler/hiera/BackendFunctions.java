// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The functions that Hiera reads data with, when a function of a module calls them with the context
 * that it got itself.
 */
public final class BackendFunctions {

  private BackendFunctions() {}

  /**
   * {@code yaml_data}, {@code json_data}, {@code hocon_data}.
   *
   * @param options have a {@code path}
   * @param context a {@code Puppet::LookupContext}
   * @throws io.bunraku.compiler.eval.EvaluationException when the file cannot be read
   */
  public static Object dataHash(String function, Object options, Object context) {
    Invocation invocation = ((LookupContext) context).invocation();
    ResolvedLocation location = location((Map<?, ?>) options, invocation);
    HieraData data = invocation.lookup().data();
    DataFile file = Objects.requireNonNull(data.data(function, path(location)), function);
    return DataHashProvider.read(file, location, invocation);
  }

  /**
   * {@code eyaml_lookup_key}.
   *
   * @param options have a {@code path}, and where the keys are
   * @param context a {@code Puppet::LookupContext}
   */
  public static Object eyaml(Object key, Object options, Object context) {
    Invocation invocation = ((LookupContext) context).invocation();
    Map<Object, Object> settings = new LinkedHashMap<>((Map<?, ?>) options);
    return new EyamlReader(invocation.lookup().data())
        .value((String) key, settings, location(settings, invocation), invocation);
  }

  private static @Nullable ResolvedLocation location(Map<?, ?> options, Invocation invocation) {
    return options.get("path") instanceof String path
        ? ResolvedLocation.ofFile(Path.of(path), path, invocation.lookup().data())
        : null;
  }

  private static Path path(@Nullable ResolvedLocation location) {
    return Objects.requireNonNull(Objects.requireNonNull(location).file());
  }
}
