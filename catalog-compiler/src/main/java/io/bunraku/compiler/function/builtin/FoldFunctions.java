// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.function.builtin;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.eval.Jump;
import io.bunraku.compiler.function.FunctionBody;
import io.bunraku.compiler.function.Params;
import io.bunraku.compiler.function.PuppetLambda;
import io.bunraku.compiler.syntax.Parameter;
import io.bunraku.compiler.value.PuppetIterator;
import io.bunraku.compiler.value.Undef;
import io.bunraku.compiler.value.Values;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code reduce}, {@code slice}, {@code group_by} and {@code partition}. */
final class FoldFunctions {

  private FoldFunctions() {}

  static void register(Registry functions) {
    functions.define(
        "reduce",
        f ->
            f.when(
                    Params.of("Iterable enumerable").block("Callable[2,2]"),
                    (call, arguments, block) -> reduce(arguments.get(0), null, block))
                .when(
                    Params.of("Iterable enumerable", "Any memo").block("Callable[2,2]"),
                    (call, arguments, block) -> reduce(arguments.get(0), arguments.get(1), block)));
    functions.define(
        "slice",
        f ->
            f.when(
                    Params.of("Hash[Any, Any] hash", "Integer[1, default] slice_size")
                        .optionalBlock(),
                    (call, arguments, block) -> slice(arguments, List.of(), block))
                .when(
                    Params.of("Iterable enumerable", "Integer[1, default] slice_size")
                        .optionalBlock(),
                    (call, arguments, block) -> slice(arguments, Undef.UNDEF, block)));
    defineGrouping(functions, "group_by", FoldFunctions::groupBy);
    defineGrouping(functions, "partition", FoldFunctions::partition);
  }

  private static Object reduce(
      Object subject, @Nullable Object start, @Nullable PuppetLambda block) {
    PuppetLambda lambda = EachFunctions.lambda(block);
    Iterator<Object> elements = Iterables.on(subject).each();
    if (start == null && !elements.hasNext()) {
      return Undef.UNDEF;
    }
    Object memo = start == null ? elements.next() : start;
    try {
      while (elements.hasNext()) {
        memo = lambda.call(List.of(memo, elements.next()));
      }
    } catch (Jump.Break stop) {
      return memo;
    }
    return memo;
  }

  private static Object slice(
      List<Object> arguments, Object filler, @Nullable PuppetLambda lambda) {
    Object subject = arguments.get(0);
    long size = (Long) arguments.get(1);
    long serving = lambda == null ? 1 : servingSize(lambda, size);
    List<Object> slices = slices(Iterables.on(subject), size);
    if (lambda == null) {
      return slices;
    }
    try {
      for (Object slice : slices) {
        lambda.call(serving == 1 ? List.of(slice) : filled((List<?>) slice, serving, filler));
      }
    } catch (Jump.Break stop) {
      return subject;
    }
    return subject;
  }

  private static List<Object> slices(PuppetIterator source, long wanted) {
    long size = Math.min(wanted, source.size());
    List<Object> slices = new ArrayList<>();
    List<Object> slice = new ArrayList<>();
    Iterator<Object> elements = source.each();
    while (elements.hasNext()) {
      slice.add(elements.next());
      if (slice.size() == size || !elements.hasNext()) {
        slices.add(slice);
        slice = new ArrayList<>();
      }
    }
    return slices;
  }

  private static List<Object> filled(List<?> slice, long size, Object filler) {
    List<Object> filled = new ArrayList<>(slice);
    while (filled.size() < size) {
      filled.add(filler);
    }
    return filled;
  }

  private static long servingSize(PuppetLambda lambda, long sliceSize) {
    List<Parameter> parameters = lambda.parameters();
    boolean fixed = parameters.stream().allMatch(p -> p.value() == null && !p.capturesRest());
    long serving = fixed ? parameters.size() : sliceSize;
    if (serving == 0) {
      throw new EvaluationException(
          "slice(): block must define at least one parameter. Block has 0.");
    }
    if (serving != 1 && serving != sliceSize) {
      throw new EvaluationException(
          "slice(): block must define one parameter, or the same number of parameters as the given"
              + " size of the slice ("
              + sliceSize
              + "). Block has "
              + serving
              + "; "
              + parameters.stream().map(Parameter::name).collect(Collectors.joining(", ")));
    }
    return serving;
  }

  /** Puts a decision and the element that it is about where they belong. */
  private interface Grouping {
    Object group(List<Decided> decided);
  }

  private record Decided(Object decision, Object element) {}

  private static void defineGrouping(Registry functions, String name, Grouping grouping) {
    functions.define(
        name,
        f ->
            f.when(Params.of("Collection collection").block("Callable[1,1]"), body(grouping, false))
                .when(Params.of("Array array").block("Callable[2,2]"), body(grouping, true))
                .when(
                    Params.of("Collection collection").block("Callable[2,2]"),
                    body(grouping, true)));
  }

  private static FunctionBody body(Grouping grouping, boolean two) {
    return (call, arguments, block) -> {
      PuppetLambda lambda = EachFunctions.lambda(block);
      List<Decided> decided = new ArrayList<>();
      if (arguments.get(0) instanceof Map<?, ?> map) {
        for (Object entry : Iterables.entries(map)) {
          Object decision = lambda.call(two ? List.copyOf((List<?>) entry) : List.of(entry));
          decided.add(new Decided(decision, entry));
        }
      } else {
        long index = 0;
        for (Object element : (List<?>) arguments.get(0)) {
          Object decision = EachFunctions.yieldElement(lambda, two, index++, element);
          decided.add(new Decided(decision, element));
        }
      }
      return grouping.group(decided);
    };
  }

  private static Object groupBy(List<Decided> decided) {
    Map<Object, Object> groups = new LinkedHashMap<>();
    Map<Object, List<Object>> lists = new LinkedHashMap<>();
    for (Decided each : decided) {
      lists.computeIfAbsent(each.decision, key -> new ArrayList<>()).add(each.element);
    }
    groups.putAll(lists);
    return groups;
  }

  private static Object partition(List<Decided> decided) {
    List<Object> accepted = new ArrayList<>();
    List<Object> refused = new ArrayList<>();
    for (Decided each : decided) {
      (Values.isTrue(each.decision) ? accepted : refused).add(each.element);
    }
    return List.of(accepted, refused);
  }
}
