// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.eval.Site;
import io.bunraku.compiler.value.Default;
import io.bunraku.compiler.value.Undef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The errors of an access to a type, with their codes and the positions that they blame. */
final class AccessErrors {

  static final int UNLIMITED = -1;

  private final PuppetType type;
  private final AccessSites sites;

  AccessErrors(PuppetType type, AccessSites sites) {
    this.type = type;
    this.sites = sites;
  }

  @Nullable Site whole() {
    return sites.whole();
  }

  @Nullable Site key(int index) {
    return sites.key(index);
  }

  EvaluationException atWhole(String code, String message) {
    return new EvaluationException(message, code, sites.whole());
  }

  EvaluationException atLeft(String code, String message) {
    return new EvaluationException(message, code, sites.left());
  }

  EvaluationException atKey(int index, String code, String message) {
    Site site = sites.key(index);
    if (site == null && sites.whole() != null) { // of a list that was given as one key
      return EvaluationException.preformatted("Evaluation Error: " + message, code);
    }
    return new EvaluationException(message, code, site);
  }

  /** A wrong number of keys; a maximum of 0 is none beyond the minimum. */
  EvaluationException arity(@Nullable Site site, String label, int min, int max, int actual) {
    String counts;
    if (max == UNLIMITED) {
      counts = min + " or more arguments";
    } else if (max != 0 && max != min) {
      counts = min + " to " + max + " arguments";
    } else {
      counts = min + (min == 1 ? " argument" : " arguments");
    }
    return new EvaluationException(
        label + "[] accepts " + counts + ". Got " + actual, "BAD_TYPE_SLICE_ARITY", site);
  }

  /** Expects a number of keys, each of one of the classes (as Puppet names them). */
  void expect(List<Object> keys, int min, int max, String... classes) {
    if (keys.size() < min || (max != UNLIMITED && keys.size() > max)) {
      throw arity(whole(), TypeLabel.withCapitalArticle(TypeLabel.of(type)), 1, max, keys.size());
    }
    for (int i = 0; i < keys.size(); i++) {
      if (!isOneOf(keys.get(i), classes)) {
        throw specialization(i, keys.get(i), String.join(" or ", classes));
      }
    }
  }

  EvaluationException specialization(int index, Object key, String expected) {
    return atKey(
        index,
        "BAD_TYPE_SPECIALIZATION",
        "Error creating type specialization of "
            + TypeLabel.withArticle(TypeLabel.of(type))
            + ", Cannot use "
            + keyName(key)
            + " where "
            + expected
            + " is expected");
  }

  EvaluationException notType(int index, String name, Object key) {
    return atKey(
        index,
        "BAD_TYPE_SLICE_TYPE",
        name + "[] arguments must be types. Got " + RubyClassName.of(key));
  }

  private static boolean isOneOf(Object key, String... classes) {
    for (String name : classes) {
      boolean fits =
          switch (name) {
            case "Any-Type" -> key instanceof PuppetType;
            case "Pattern-Type" -> key instanceof PatternType;
            case "Regexp-Type" -> key instanceof RegexpType;
            default -> RubyClassName.of(key).equals(name);
          };
      if (fits) {
        return true;
      }
    }
    return false;
  }

  /** What Puppet calls the class of a key: {@code Integer-Type} for a type. */
  static String className(Object key) {
    return key instanceof PuppetType type
        ? type.getClass().getSimpleName().replaceFirst("Type$", "-Type")
        : RubyClassName.of(key);
  }

  static String keyName(Object key) {
    if (key == Undef.UNDEF) {
      return "Undef";
    }
    return key == Default.DEFAULT ? "Default" : TypeInference.inferGeneric(key).toString();
  }
}
