// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.function;

import io.bunraku.compiler.type.PuppetType;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a dispatch expects of a lambda. Most expect a number of parameters and nothing else. */
final class BlockParam {

  /** No lambda is accepted. */
  static final BlockParam NONE = new BlockParam(null, true, 0, 0);

  private static final Pattern COUNT = Pattern.compile("Callable\\[(\\d+), ?(\\d+)]");

  private final @Nullable PuppetType type;
  private final boolean mayBeMissing;
  private final int minimum;
  private final int maximum;

  private BlockParam(@Nullable PuppetType type, boolean mayBeMissing, int minimum, int maximum) {
    this.type = type;
    this.mayBeMissing = mayBeMissing;
    this.minimum = minimum;
    this.maximum = maximum;
  }

  /**
   * Expects a lambda.
   *
   * @param text the type as written
   * @param type the type, resolved
   * @param optional whether the lambda may be missing
   */
  static BlockParam of(String text, PuppetType type, boolean optional) {
    Matcher count = COUNT.matcher(text);
    if (count.matches()) {
      int minimum = Integer.parseInt(count.group(1));
      return new BlockParam(null, optional, minimum, Integer.parseInt(count.group(2)));
    }
    boolean any = text.equals("Callable");
    return new BlockParam(any ? null : type, optional, Integer.MAX_VALUE, 0);
  }

  boolean acceptsArity(@Nullable PuppetLambda lambda) {
    if (lambda == null) {
      return mayBeMissing;
    }
    return this != NONE && lambda.minimumArity() <= minimum && lambda.maximumArity() >= maximum;
  }

  boolean acceptsType(@Nullable PuppetLambda lambda) {
    return type == null || lambda == null || type.isInstance(lambda);
  }
}
