// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.function.builtin;

import io.bunraku.compiler.eval.Jump;
import io.bunraku.compiler.function.Params;
import io.bunraku.compiler.function.PuppetLambda;
import io.bunraku.compiler.syntax.Parameter;
import io.bunraku.compiler.value.PuppetIterator;
import io.bunraku.compiler.value.Undef;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code reverse_each}, {@code step} and {@code tree_each}: lazy values unless a lambda is given.
 */
final class LazyFunctions {

  private static final String TREE_OPTIONS =
      "Struct[{container_type => Optional[Type], include_root => Optional[Boolean],"
          + " include_containers => Optional[Boolean], include_values => Optional[Boolean],"
          + " order => Optional[Enum[depth_first, breadth_first]],"
          + " include_refs => Optional[Boolean]}]";

  private static final String TREE = "Variant[Iterator, Array, Hash, Object] tree";

  private LazyFunctions() {}

  static void register(Registry functions) {
    functions.define(
        "reverse_each",
        f ->
            f.when(
                    Params.of("Iterable iterable"),
                    (call, arguments, block) -> Iterables.on(arguments.get(0)).reversed())
                .when(
                    Params.of("Iterable iterable").block("Callable[1,1]"),
                    (call, arguments, block) ->
                        run(Iterables.on(arguments.get(0)).reversed(), block)));
    functions.define(
        "step",
        f ->
            f.when(
                    Params.of("Iterable iterable", "Integer[1] step"),
                    (call, arguments, block) -> step(arguments))
                .when(
                    Params.of("Iterable iterable", "Integer[1] step").block("Callable[1,1]"),
                    (call, arguments, block) -> run(step(arguments), block)));
    functions.define(
        "tree_each",
        f ->
            f.type("OptionsType", TREE_OPTIONS)
                .when(
                    Params.of(TREE).optional("OptionsType options").block("Callable[2,2]"),
                    (call, arguments, block) -> treeEach(arguments, block, true))
                .when(
                    Params.of(TREE).optional("OptionsType options").block("Callable[1,1]"),
                    (call, arguments, block) -> treeEach(arguments, block, false))
                .when(
                    Params.of(TREE).optional("OptionsType options"),
                    (call, arguments, block) -> tree(arguments)));
  }

  private static PuppetIterator step(List<Object> arguments) {
    return Iterables.on(arguments.get(0)).step((Long) arguments.get(1));
  }

  /** A lambda that can take more than one argument gets the elements of a list one by one. */
  private static Object run(PuppetIterator elements, @Nullable PuppetLambda block) {
    PuppetLambda lambda = EachFunctions.lambda(block);
    List<Parameter> parameters = lambda.parameters();
    boolean one =
        parameters.size() == 1
            && parameters.get(0).value() == null
            && !parameters.get(0).capturesRest();
    try {
      while (elements.hasNext()) {
        Object element = elements.next();
        lambda.call(one ? List.of(element) : spread(element));
      }
    } catch (Jump.Break stop) {
      return Undef.UNDEF;
    }
    return Undef.UNDEF;
  }

  private static List<Object> spread(Object element) {
    return switch (element) {
      case List<?> list -> List.copyOf(list);
      case Map<?, ?> map -> Iterables.entries(map);
      case Undef undef -> List.of();
      default -> List.of(element);
    };
  }

  private static PuppetIterator tree(List<Object> arguments) {
    Map<?, ?> options = arguments.size() > 1 ? (Map<?, ?>) arguments.get(1) : Map.of();
    return TreeIterator.of(arguments.get(0), options);
  }

  private static Object treeEach(
      List<Object> arguments, @Nullable PuppetLambda block, boolean two) {
    PuppetLambda lambda = EachFunctions.lambda(block);
    Iterator<Object> entries = tree(arguments);
    try {
      while (entries.hasNext()) {
        List<?> entry = (List<?>) entries.next();
        lambda.call(two ? List.copyOf(entry) : List.of(entry.get(1)));
      }
    } catch (Jump.Break stop) {
      return arguments.get(0);
    }
    return arguments.get(0);
  }
}
