// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing that does not match, and where. */
sealed interface Mismatch {

  List<MismatchPath> path();

  /** The same at another path. */
  Mismatch at(List<MismatchPath> path);

  /** What is said after the position. */
  String text();

  default List<MismatchPath> canonicalPath() {
    return path().stream().filter(step -> !step.isAlternative()).toList();
  }

  /** The same without one step of its path. */
  default Mismatch withoutStep(int index) {
    if (index >= path().size()) {
      return this;
    }
    List<MismatchPath> rest = new ArrayList<>(path());
    rest.remove(index);
    return at(rest);
  }

  /** The message; begins with a blank if there is a path. */
  default String format() {
    StringBuilder text = new StringBuilder();
    path().forEach(step -> text.append(' ').append(step));
    return text.append(' ').append(text()).toString();
  }

  /**
   * Whether two say the same of the same place, whatever alternative led there. Of lambdas only:
   * all else is told for each alternative, however alike.
   */
  default boolean isSame(Mismatch other) {
    return switch (this) {
      case MissingBlock block -> other instanceof MissingBlock && isAt(other);
      case UnexpectedBlock block -> other instanceof UnexpectedBlock && isAt(other);
      default -> false;
    };
  }

  private boolean isAt(Mismatch other) {
    return canonicalPath().equals(other.canonicalPath());
  }

  /** Something about a name. */
  record Named(List<MismatchPath> path, String message, String key) implements Mismatch {

    static Named missingKey(List<MismatchPath> path, String key) {
      return new Named(path, "expects a value for key '", key);
    }

    static Named missingParameter(String key) {
      return new Named(List.of(), "expects a value for parameter '", key);
    }

    static Named extraneousKey(List<MismatchPath> path, String key) {
      return new Named(path, "unrecognized key '", key);
    }

    static Named invalidParameter(String key) {
      return new Named(List.of(), "has no parameter named '", key);
    }

    static Named unresolved(List<MismatchPath> path, String type) {
      return new Named(path, "references an unresolved type '", type);
    }

    @Override
    public Mismatch at(List<MismatchPath> path) {
      return new Named(path, message, key);
    }

    @Override
    public String text() {
      return message + key + "'";
    }
  }

  /** A lambda that is missing. */
  record MissingBlock(List<MismatchPath> path) implements Mismatch {
    @Override
    public Mismatch at(List<MismatchPath> path) {
      return new MissingBlock(path);
    }

    @Override
    public String text() {
      return "expects a block";
    }
  }

  /** A lambda that nobody wants. */
  record UnexpectedBlock(List<MismatchPath> path) implements Mismatch {
    @Override
    public Mismatch at(List<MismatchPath> path) {
      return new UnexpectedBlock(path);
    }

    @Override
    public String text() {
      return "does not expect a block";
    }
  }

  /** A wrong type; a pattern mismatch is one of its own kind. */
  record WrongType(List<MismatchPath> path, PuppetType expected, PuppetType actual, boolean pattern)
      implements Mismatch {

    static WrongType of(List<MismatchPath> path, PuppetType expected, PuppetType actual) {
      return normalized(path, expected, actual, false);
    }

    static WrongType ofPattern(List<MismatchPath> path, PuppetType expected, PuppetType actual) {
      return normalized(path, expected, actual, true);
    }

    /** Once only: what a first time leaves, a second one would merge further. */
    private static WrongType normalized(
        List<MismatchPath> path, PuppetType expected, PuppetType actual, boolean pattern) {
      return new WrongType(path, expected.normalize(), actual.normalize(), pattern);
    }

    @Override
    public Mismatch at(List<MismatchPath> path) {
      return new WrongType(path, expected, actual, pattern);
    }

    WrongType merge(WrongType other) {
      return normalized(path, VariantType.of(expected, other.expected), actual, pattern);
    }

    @Override
    public String text() {
      return pattern ? MismatchText.ofPattern(expected, actual) : MismatchText.of(expected, actual);
    }
  }

  /** A wrong size, or number of arguments. */
  record WrongSize(
      List<MismatchPath> path, IntegerType expected, IntegerType actual, boolean arguments)
      implements Mismatch {
    @Override
    public Mismatch at(List<MismatchPath> path) {
      return new WrongSize(path, expected, actual, arguments);
    }

    WrongSize merge(WrongSize other) {
      long from = Math.min(expected.minimum(), other.expected.minimum());
      long to = Math.max(expected.maximum(), other.expected.maximum());
      IntegerType hull = new IntegerType(from, to == Long.MAX_VALUE ? null : Long.valueOf(to));
      return new WrongSize(path, hull, actual, arguments);
    }

    @Override
    public String text() {
      if (!arguments) {
        return "expects size to be " + range(expected, "0") + ", got " + range(actual, "0");
      }
      long min = expected.minimum();
      long max = expected.maximum();
      boolean one = (min == 1 && (max == 1 || max == Long.MAX_VALUE)) || (min == 0 && max == 1);
      return "expects "
          + range(expected, "no")
          + (one ? " argument" : " arguments")
          + ", got "
          + range(actual, "none");
    }

    private static String range(IntegerType range, String zero) {
      long min = range.minimum();
      long max = range.maximum();
      if (min == max) {
        return min == 0 ? zero : Long.toString(min);
      }
      if (min == 0) {
        return max == Long.MAX_VALUE ? "unlimited" : "at most " + max;
      }
      return max == Long.MAX_VALUE ? "at least " + min : "between " + min + " and " + max;
    }
  }

  /** One that holds for all, or null if they cannot be told in one sentence. */
  static @Nullable Mismatch merge(Mismatch a, Mismatch b) {
    if (!a.canonicalPath().equals(b.canonicalPath())) {
      return null;
    }
    return switch (a) {
      case WrongType x when b instanceof WrongType y -> x.merge(y);
      case WrongSize x when b instanceof WrongSize y -> x.merge(y);
      default -> a;
    };
  }
}
