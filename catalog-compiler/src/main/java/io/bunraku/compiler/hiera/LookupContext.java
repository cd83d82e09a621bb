// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

import io.bunraku.compiler.function.MethodReceiver;
import io.bunraku.compiler.function.PuppetLambda;
import io.bunraku.compiler.hiera.yaml.RubySymbol;
import io.bunraku.compiler.type.AnyType;
import io.bunraku.compiler.type.BuiltinTypes;
import io.bunraku.compiler.type.PuppetType;
import io.bunraku.compiler.type.TypedValue;
import io.bunraku.compiler.value.PuppetIterator;
import io.bunraku.compiler.value.Undef;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a data function gets as its last argument: {@code Puppet::LookupContext} with its methods.
 */
final class LookupContext implements TypedValue, MethodReceiver {

  private final FunctionContext context;
  private final Invocation invocation;

  LookupContext(FunctionContext context, Invocation invocation) {
    this.context = context;
    this.invocation = invocation;
  }

  Invocation invocation() {
    return invocation;
  }

  @Override
  public PuppetType puppetType() {
    return BuiltinTypes.LOOKUP_CONTEXT;
  }

  @Override
  public boolean hasMethod(String name) {
    return ContextMethod.of(name) != null;
  }

  @Override
  public Object callMethod(String name, List<Object> arguments, @Nullable PuppetLambda block) {
    ContextMethod method = Objects.requireNonNull(ContextMethod.of(name), name);
    method.check(arguments, block);
    return switch (method) {
      case ENVIRONMENT_NAME ->
          new RubySymbol(invocation.lookup().data().environment().environment());
      case MODULE_NAME -> moduleName();
      case NOT_FOUND -> throw new NoSuchKey();
      case EXPLAIN -> explain(block);
      case INTERPOLATE -> interpolate(arguments.get(0));
      case CACHE -> cache(arguments.get(0), arguments.get(1));
      case CACHE_ALL -> cacheAll((Map<?, ?>) arguments.get(0));
      case CACHE_HAS_KEY -> context.cache().containsKey(arguments.get(0));
      case CACHED_VALUE -> context.cache().getOrDefault(arguments.get(0), Undef.UNDEF);
      case CACHED_ENTRIES -> cachedEntries(block);
      case CACHED_FILE_DATA -> cachedFileData((String) arguments.get(0), block);
    };
  }

  private Object moduleName() {
    String name = context.moduleName();
    return name == null ? Undef.UNDEF : name;
  }

  /** The block is called only when somebody wants to know. */
  private Object explain(@Nullable PuppetLambda block) {
    Explainer explainer = invocation.explainer();
    if (explainer != null && block != null) {
      explainer.text(String.valueOf(block.call(List.of())));
    }
    return Undef.UNDEF;
  }

  private Object interpolate(Object value) {
    return invocation.lookup().interpolator().interpolate(value, invocation, true);
  }

  private Object cache(Object key, Object value) {
    context.cache().put(key, value);
    return value;
  }

  private Object cacheAll(Map<?, ?> values) {
    context.cache().putAll(values);
    return Undef.UNDEF;
  }

  private Object cachedEntries(@Nullable PuppetLambda block) {
    List<Object> pairs = new ArrayList<>();
    context.cache().forEach((key, value) -> pairs.add(List.of(key, value)));
    if (block == null) {
      return PuppetIterator.of(pairs, true, () -> AnyType.ANY);
    }
    for (Object pair : pairs) {
      block.call(block.parameters().size() == 2 ? List.copyOf((List<?>) pair) : List.of(pair));
    }
    return Undef.UNDEF;
  }

  private Object cachedFileData(String path, @Nullable PuppetLambda block) {
    return invocation
        .lookup()
        .fileData(Path.of(path), block == null ? null : text -> block.call(List.of(text)));
  }

  @Override
  public String toString() {
    return "Puppet::LookupContext({})";
  }
}
