// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import io.bunraku.compiler.eval.EvaluationException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How new values of a type are made: the function behind {@code Type.new}.
 *
 * @param name what error messages call the function
 * @param ways the signatures, tried in order
 */
record Conversion(String name, List<Way> ways) {

  /**
   * One signature.
   *
   * @param signature what it takes
   * @param body makes the value, or the message if this is for arguments that do not fit
   * @param mismatch whether it only explains why the arguments do not fit
   */
  record Way(Signature signature, Function<List<Object>, Object> body, boolean mismatch) {}

  /** Collects the ways. */
  static final class Builder {
    private final String name;
    private final List<Way> ways = new ArrayList<>();

    Builder(String name) {
      this.name = name;
    }

    Builder way(Signature signature, Function<List<Object>, Object> body) {
      ways.add(new Way(signature, body, false));
      return this;
    }

    Builder mismatch(Signature signature, Function<List<Object>, Object> message) {
      ways.add(new Way(signature, message, true));
      return this;
    }

    Conversion build() {
      return new Conversion(name, List.copyOf(ways));
    }
  }

  /**
   * The parameters of a signature: name and type by turns, those after {@code required} optional.
   */
  static Signature takes(int required, Object... namesAndTypes) {
    List<String> names = new ArrayList<>();
    List<PuppetType> types = new ArrayList<>();
    for (int i = 0; i < namesAndTypes.length; i += 2) {
      names.add((String) namesAndTypes[i]);
      types.add((PuppetType) namesAndTypes[i + 1]);
    }
    IntegerType size = required == types.size() ? null : IntegerType.of(required, types.size());
    return new Signature(new CallableType(new TupleType(types, size), null, null), names, null);
  }

  Object call(List<Object> arguments) {
    for (Way way : ways) {
      if (way.signature.parameters().isInstance(arguments)) {
        Object result = way.body.apply(arguments);
        if (way.mismatch) {
          throw new EvaluationException("'" + name + "' " + result);
        }
        return result;
      }
    }
    throw new EvaluationException(
        MismatchDescriber.describeSignatures(name, signatures(), arguments, null));
  }

  List<Signature> signatures() {
    return ways.stream().filter(way -> !way.mismatch).map(Way::signature).toList();
  }

  static @Nullable Object argument(List<Object> arguments, int index) {
    return index < arguments.size() ? arguments.get(index) : null;
  }
}
