// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

import io.bunraku.compiler.function.MethodReceiver;
import io.bunraku.compiler.function.PuppetLambda;
import io.bunraku.compiler.type.BuiltinTypes;
import io.bunraku.compiler.type.PuppetType;
import io.bunraku.compiler.type.TypedValue;
import io.bunraku.compiler.value.Undef;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

  @Override
  public PuppetType puppetType() {
    return BuiltinTypes.LOOKUP_CONTEXT;
  }

  @Override
  public boolean hasMethod(String name) {
    return switch (name) {
      case "environment_name", "module_name", "not_found", "explain", "interpolate" -> true;
      case "cache", "cache_all", "cache_has_key", "cached_value", "cached_entries" -> true;
      case "cached_file_data" -> true;
      default -> false;
    };
  }

  @Override
  public Object callMethod(String name, List<Object> arguments, @Nullable PuppetLambda block) {
    return switch (name) {
      case "environment_name" -> invocation.lookup().data().environment().environment();
      case "module_name" -> moduleName();
      case "not_found" -> throw new NoSuchKey();
      case "explain" -> explain(block);
      case "interpolate" -> interpolate(argument(name, arguments, 0, 1));
      case "cache" -> cache(argument(name, arguments, 0, 2), argument(name, arguments, 1, 2));
      case "cache_all" -> cacheAll(argument(name, arguments, 0, 1));
      case "cache_has_key" -> context.cache().containsKey(argument(name, arguments, 0, 1));
      case "cached_value" ->
          context.cache().getOrDefault(argument(name, arguments, 0, 1), Undef.UNDEF);
      case "cached_entries" -> cachedEntries(block);
      default -> cachedFileData(argument(name, arguments, 0, 1), block);
    };
  }

  private static Object argument(String name, List<Object> arguments, int index, int count) {
    if (arguments.size() != count) {
      throw new RubyArgumentError(
          "'%s' expects %d argument%s, got %s"
              .formatted(name, count, count == 1 ? "" : "s", counted(arguments.size())));
    }
    return arguments.get(index);
  }

  private static String counted(int size) {
    return size == 0 ? "none" : String.valueOf(size);
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

  private Object cacheAll(Object values) {
    if (values instanceof Map<?, ?> map) {
      context.cache().putAll(map);
    }
    return Undef.UNDEF;
  }

  private Object cachedEntries(@Nullable PuppetLambda block) {
    List<Object> pairs = new ArrayList<>();
    context.cache().forEach((key, value) -> pairs.add(List.of(key, value)));
    if (block == null) {
      return pairs;
    }
    for (Object pair : pairs) {
      block.call(block.parameters().size() == 2 ? List.copyOf((List<?>) pair) : List.of(pair));
    }
    return Undef.UNDEF;
  }

  private Object cachedFileData(Object path, @Nullable PuppetLambda block) {
    return invocation
        .lookup()
        .fileData(
            Path.of(String.valueOf(path)),
            block == null ? null : text -> block.call(List.of(text)));
  }

  @Override
  public String toString() {
    return "Puppet::LookupContext({})";
  }
}
