// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.function.PuppetLambda;
import io.bunraku.compiler.type.CallableType;
import io.bunraku.compiler.type.MismatchDescriber;
import io.bunraku.compiler.type.Signature;
import io.bunraku.compiler.type.TypeParser;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The methods of {@code Puppet::LookupContext} and what they take. */
enum ContextMethod {
  ENVIRONMENT_NAME("attribute", "Callable[0,0]"),
  MODULE_NAME("attribute", "Callable[0,0]"),
  NOT_FOUND("function", "Callable[0,0]"),
  EXPLAIN("function", "Callable[0,0,Callable[0,0]]"),
  INTERPOLATE("function", "Callable[1,1]"),
  CACHE("function", "Callable[Optional[Scalar],Any]"),
  CACHE_ALL("function", "Callable[Hash[Optional[Scalar],Any]]"),
  CACHE_HAS_KEY("function", "Callable[Optional[Scalar]]"),
  CACHED_VALUE("function", "Callable[Optional[Scalar]]"),
  CACHED_ENTRIES(
      "function", "Callable[0,0,Callable[1,1]]", "Callable[0,0,Callable[2,2]]", "Callable[0,0]"),
  CACHED_FILE_DATA("function", "Callable[String,Optional[Callable[1,1]]]");

  private final String label;

  @SuppressWarnings("ImmutableEnumChecker") // types are immutable, which the checker cannot see
  private final List<Signature> signatures;

  ContextMethod(String kind, String... callables) {
    String name = name().toLowerCase(Locale.ROOT);
    this.label = "%s Puppet::LookupContext[%s]".formatted(kind, name);
    this.signatures = Arrays.stream(callables).map(ContextMethod::signature).toList();
  }

  private static Signature signature(String callable) {
    CallableType type = (CallableType) TypeParser.parseBuiltin(callable);
    return new Signature(type, List.of(), type.block() == null ? null : "block");
  }

  /** The method of a name, or null. */
  static @Nullable ContextMethod of(String name) {
    for (ContextMethod method : values()) {
      if (method.name().toLowerCase(Locale.ROOT).equals(name)) {
        return method;
      }
    }
    return null;
  }

  /**
   * Checks what a call gives.
   *
   * @throws EvaluationException with Puppet's words when the method does not take it
   */
  void check(List<Object> arguments, @Nullable PuppetLambda block) {
    if (signatures.stream().noneMatch(s -> s.type().isCallableWith(arguments, block))) {
      throw new EvaluationException(
          MismatchDescriber.describeSignatures(
              label, signatures, arguments, block == null ? null : block.puppetType()));
    }
  }
}
