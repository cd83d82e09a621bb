// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.function.builtin;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.eval.Jump;
import io.bunraku.compiler.function.Params;
import io.bunraku.compiler.function.PuppetLambda;
import io.bunraku.compiler.value.PuppetIterator;
import io.bunraku.compiler.value.PuppetRegexp;
import io.bunraku.compiler.value.RegexpMatch;
import io.bunraku.compiler.value.Undef;
import io.bunraku.compiler.value.Values;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** {@code all}, {@code any} and {@code index}: a {@code break} in them ends what is around. */
final class MatchingFunctions {

  /** What is not evaluated is not counted as steps: a range of all integers would take years. */
  private static final long MOST_ELEMENTS = 100_000_000;

  private MatchingFunctions() {}

  static void register(Registry functions) {
    EachFunctions.define(
        functions,
        "all",
        (subject, lambda, two) -> !entryExists((Map<?, ?>) subject, lambda, two, false),
        (subject, lambda, two) -> !elementExists(subject, lambda, two, false));
    EachFunctions.define(
        functions,
        "any",
        (subject, lambda, two) -> entryExists((Map<?, ?>) subject, lambda, two, true),
        (subject, lambda, two) -> elementExists(subject, lambda, two, true));
    defineIndex(functions);
  }

  private static boolean entryExists(
      Map<?, ?> map, PuppetLambda lambda, boolean two, boolean wanted) {
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      Object result = EachFunctions.yieldEntry(lambda, two, entry.getKey(), entry.getValue());
      if (Values.isTrue(result) == wanted) {
        return true;
      }
    }
    return false;
  }

  private static boolean elementExists(
      Object subject, PuppetLambda lambda, boolean two, boolean wanted) {
    PuppetIterator source = Iterables.on(subject);
    try {
      return elementExists(source, lambda, two, wanted);
    } catch (Jump.Break stop) {
      return endsQuietly(source, stop);
    }
  }

  /** Iterators that are consumed take a {@code break} for their end; others let it pass. */
  private static boolean endsQuietly(PuppetIterator source, Jump.Break stop) {
    if (!source.isConsumedByEach()) {
      throw stop;
    }
    return false;
  }

  private static boolean elementExists(
      PuppetIterator source, PuppetLambda lambda, boolean two, boolean wanted) {
    Iterator<Object> elements = source.each();
    for (long i = 0; elements.hasNext(); i++) {
      Object element = elements.next();
      Object result =
          two && source.hashStyle()
              ? lambda.call(List.copyOf((List<?>) element))
              : EachFunctions.yieldElement(lambda, two, i, element);
      if (Values.isTrue(result) == wanted) {
        return true;
      }
    }
    return false;
  }

  private static void defineIndex(Registry functions) {
    functions.define(
        "index",
        f ->
            f.when(
                    Params.of("Hash[Any, Any] hash").block("Callable[2,2]"),
                    (call, arguments, block) ->
                        indexOfEntry(arguments.get(0), EachFunctions.lambda(block), true))
                .when(
                    Params.of("Hash[Any, Any] hash").block("Callable[1,1]"),
                    (call, arguments, block) ->
                        indexOfEntry(arguments.get(0), EachFunctions.lambda(block), false))
                .when(
                    Params.of("Iterable enumerable").block("Callable[2,2]"),
                    (call, arguments, block) ->
                        indexOfElement(arguments.get(0), EachFunctions.lambda(block), true))
                .when(
                    Params.of("Iterable enumerable").block("Callable[1,1]"),
                    (call, arguments, block) ->
                        indexOfElement(arguments.get(0), EachFunctions.lambda(block), false))
                .when(
                    Params.of("String str", "Variant[String,Regexp] match"),
                    (call, arguments, block) ->
                        indexInString((String) arguments.get(0), arguments.get(1)))
                .when(
                    Params.of("Iterable enumerable", "Any match"),
                    (call, arguments, block) -> indexOf(arguments.get(0), arguments.get(1))));
  }

  private static Object indexOfEntry(Object subject, PuppetLambda lambda, boolean two) {
    for (Map.Entry<?, ?> entry : ((Map<?, ?>) subject).entrySet()) {
      Object key = entry.getKey();
      Object value = entry.getValue();
      if (Values.isTrue(lambda.call(two ? List.of(key, value) : List.of(value)))) {
        return key;
      }
    }
    return Undef.UNDEF;
  }

  private static Object indexOfElement(Object subject, PuppetLambda lambda, boolean two) {
    PuppetIterator source = Iterables.on(subject);
    try {
      return indexOfElement(source, lambda, two);
    } catch (Jump.Break stop) {
      endsQuietly(source, stop);
      return Undef.UNDEF;
    }
  }

  private static Object indexOfElement(PuppetIterator source, PuppetLambda lambda, boolean two) {
    Iterator<Object> elements = source.each();
    for (long i = 0; elements.hasNext(); i++) {
      Object element = elements.next();
      Object index = source.hashStyle() ? ((List<?>) element).get(0) : (Object) i;
      Object value = source.hashStyle() ? ((List<?>) element).get(1) : element;
      if (Values.isTrue(lambda.call(two ? List.of(index, value) : List.of(value)))) {
        return index;
      }
    }
    return Undef.UNDEF;
  }

  private static Object indexOf(Object subject, Object wanted) {
    PuppetIterator source = Iterables.on(subject);
    Iterator<Object> elements = source.each();
    for (long i = 0; elements.hasNext(); i++) {
      if (i == MOST_ELEMENTS) {
        throw new EvaluationException("execution expired");
      }
      Object element = elements.next();
      Object value = source.hashStyle() ? ((List<?>) element).get(1) : element;
      if (RubyOrder.equal(value, wanted)) {
        return source.hashStyle() ? ((List<?>) element).get(0) : (Object) i;
      }
    }
    return Undef.UNDEF;
  }

  private static Object indexInString(String text, Object wanted) {
    int index;
    if (wanted instanceof PuppetRegexp regexp) {
      RegexpMatch match = regexp.match(text);
      index = match == null ? -1 : match.start(0);
    } else {
      index = text.indexOf((String) wanted);
    }
    return index < 0 ? Undef.UNDEF : (Object) (long) text.codePointCount(0, index);
  }
}
