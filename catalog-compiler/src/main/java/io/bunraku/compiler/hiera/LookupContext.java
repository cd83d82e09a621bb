// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

import io.bunraku.compiler.value.Undef;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a data function gets as its last argument: {@code Puppet::LookupContext} with its methods.
 */
public final class LookupContext {

  private final FunctionContext context;
  private final Invocation invocation;

  LookupContext(FunctionContext context, Invocation invocation) {
    this.context = context;
    this.invocation = invocation;
  }

  /** The environment's name. */
  public String environmentName() {
    return invocation.lookup().data().environment().environment();
  }

  /** The module whose data is asked, or undef. */
  public Object moduleName() {
    String name = context.moduleName();
    return name == null ? Undef.UNDEF : name;
  }

  /** What to throw to end the function: there is no value. */
  public RuntimeException notFound() {
    return new NoSuchKey();
  }

  /** Replaces {@code %{...}} in a value. */
  public Object interpolate(Object value) {
    return invocation.lookup().interpolator().interpolate(value, invocation, true);
  }

  /** Keeps a value until the compile ends and returns it. */
  public Object cache(Object key, Object value) {
    context.cache().put(key, value);
    return value;
  }

  /** Keeps all values of a hash. */
  public Object cacheAll(Map<?, ?> values) {
    context.cache().putAll(values);
    return Undef.UNDEF;
  }

  /** Whether a key was kept. */
  public boolean cacheHasKey(Object key) {
    return context.cache().containsKey(key);
  }

  /** What was kept under a key, or undef. */
  public Object cachedValue(Object key) {
    return context.cache().getOrDefault(key, Undef.UNDEF);
  }

  /** All that was kept, as a list of pairs. */
  public List<Object> cachedEntries() {
    List<Object> pairs = new ArrayList<>();
    context.cache().forEach((key, value) -> pairs.add(List.of(key, value)));
    return pairs;
  }

  /**
   * The text of a file, or what a block makes of it; read once for all compiles of a version.
   *
   * @param block gets the text, or null
   */
  public Object cachedFileData(String path, @Nullable Function<Object, Object> block) {
    return invocation.lookup().fileData(Path.of(path), block);
  }
}
