// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.function.builtin;

import io.bunraku.compiler.eval.Jump;
import io.bunraku.compiler.function.FunctionBody;
import io.bunraku.compiler.function.Params;
import io.bunraku.compiler.function.PuppetLambda;
import io.bunraku.compiler.value.PuppetIterator;
import io.bunraku.compiler.value.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code each}, {@code map} and {@code filter}: a {@code break} ends them early. */
final class EachFunctions {

  private EachFunctions() {}

  static void register(Registry functions) {
    define(functions, "each", EachFunctions::eachHash, EachFunctions::eachIterable);
    define(functions, "map", EachFunctions::mapHash, EachFunctions::mapIterable);
    define(functions, "filter", EachFunctions::filterHash, EachFunctions::filterIterable);
  }

  /** What a function does with a hash or an iterable and a lambda of one or two parameters. */
  @FunctionalInterface
  interface Iteration {
    Object run(Object subject, PuppetLambda lambda, boolean two);
  }

  /** Declares the four dispatches that all of these functions have. */
  static void define(Registry functions, String name, Iteration onHash, Iteration onIterable) {
    functions.define(
        name,
        f ->
            f.when(Params.of("Hash[Any, Any] hash").block("Callable[2,2]"), body(onHash, true))
                .when(Params.of("Hash[Any, Any] hash").block("Callable[1,1]"), body(onHash, false))
                .when(
                    Params.of("Iterable enumerable").block("Callable[2,2]"), body(onIterable, true))
                .when(
                    Params.of("Iterable enumerable").block("Callable[1,1]"),
                    body(onIterable, false)));
  }

  private static FunctionBody body(Iteration iteration, boolean two) {
    return (call, arguments, block) -> iteration.run(arguments.get(0), lambda(block), two);
  }

  static PuppetLambda lambda(@Nullable PuppetLambda block) {
    if (block == null) {
      throw new IllegalStateException("the dispatch has let a call without lambda through");
    }
    return block;
  }

  /** Calls a lambda with an entry of a hash, as one argument or two. */
  static Object yieldEntry(PuppetLambda lambda, boolean two, Object key, Object value) {
    return lambda.call(two ? List.of(key, value) : List.of(List.of(key, value)));
  }

  /** Calls a lambda with an element and, if it takes two parameters, its index before it. */
  static Object yieldElement(PuppetLambda lambda, boolean two, long index, Object element) {
    return lambda.call(two ? List.of(index, element) : List.of(element));
  }

  private static Object eachHash(Object subject, PuppetLambda lambda, boolean two) {
    try {
      ((Map<?, ?>) subject).forEach((key, value) -> yieldEntry(lambda, two, key, value));
    } catch (Jump.Break stop) {
      return subject;
    }
    return subject;
  }

  private static Object eachIterable(Object subject, PuppetLambda lambda, boolean two) {
    PuppetIterator elements = Iterables.on(subject);
    boolean entries = two && elements.hashStyle();
    try {
      for (long i = 0; elements.hasNext(); i++) {
        yieldNext(lambda, two, entries, i, elements.next());
      }
    } catch (Jump.Break stop) {
      return subject;
    }
    return subject;
  }

  private static Object yieldNext(
      PuppetLambda lambda, boolean two, boolean entries, long index, Object element) {
    if (entries && element instanceof List<?> entry) {
      return lambda.call(List.copyOf(entry));
    }
    return yieldElement(lambda, two, index, element);
  }

  private static Object mapHash(Object subject, PuppetLambda lambda, boolean two) {
    List<Object> result = new ArrayList<>();
    try {
      ((Map<?, ?>) subject)
          .forEach((key, value) -> result.add(yieldEntry(lambda, two, key, value)));
    } catch (Jump.Break stop) {
      return result;
    }
    return result;
  }

  private static Object mapIterable(Object subject, PuppetLambda lambda, boolean two) {
    PuppetIterator elements = Iterables.on(subject);
    boolean entries = two && elements.hashStyle();
    List<Object> result = new ArrayList<>();
    try {
      for (long i = 0; elements.hasNext(); i++) {
        result.add(yieldNext(lambda, two, entries, i, elements.next()));
      }
    } catch (Jump.Break stop) {
      return result;
    }
    return result;
  }

  private static Object filterHash(Object subject, PuppetLambda lambda, boolean two) {
    Map<Object, Object> result = new LinkedHashMap<>();
    ((Map<?, ?>) subject)
        .forEach((key, value) -> {
          if (Values.isTrue(yieldEntry(lambda, two, key, value))) {
            result.put(key, value);
          }
        });
    return result;
  }

  private static Object filterIterable(Object subject, PuppetLambda lambda, boolean two) {
    PuppetIterator elements = Iterables.on(subject);
    if (two && elements.hashStyle()) {
      return filterEntries(elements, lambda);
    }
    List<Object> result = new ArrayList<>();
    try {
      for (long i = 0; elements.hasNext(); i++) {
        Object element = elements.next();
        if (Values.isTrue(yieldElement(lambda, two, i, element))) {
          result.add(element);
        }
      }
    } catch (Jump.Break stop) {
      return result;
    }
    return result;
  }

  private static Object filterEntries(PuppetIterator entries, PuppetLambda lambda) {
    Map<Object, Object> result = new LinkedHashMap<>();
    while (entries.hasNext()) {
      List<?> entry = (List<?>) entries.next();
      if (Values.isTrue(lambda.call(List.copyOf(entry)))) {
        result.put(entry.get(0), entry.get(1));
      }
    }
    return result;
  }
}
