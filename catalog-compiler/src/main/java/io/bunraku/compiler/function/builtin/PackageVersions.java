// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.function.builtin;

import io.bunraku.compiler.eval.EvaluationException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The order of versions of packages ({@code puppet/util/package.rb}). */
final class PackageVersions {

  private static final Pattern PART = Pattern.compile("[-.]|\\d+|[^-.\\d]+");
  private static final Pattern TRAILING_ZEROES = Pattern.compile("[.0]+$", Pattern.MULTILINE);

  private PackageVersions() {}

  static int compare(String a, String b, boolean ignoreTrailingZeroes) {
    String first = ignoreTrailingZeroes ? normalize(a) : a;
    String second = ignoreTrailingZeroes ? normalize(b) : b;
    List<String> left = parts(first);
    List<String> right = parts(second);
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      if (!left.get(i).equals(right.get(i))) {
        return compareParts(left.get(i), right.get(i));
      }
    }
    return RubyOrder.compareStrings(first, second);
  }

  private static int compareParts(String a, String b) {
    for (String mark : List.of("-", ".")) {
      if (a.equals(mark)) {
        return -1;
      }
      if (b.equals(mark)) {
        return 1;
      }
    }
    if (isNumber(a) && isNumber(b) && !a.startsWith("0") && !b.startsWith("0")) {
      return new BigInteger(a).compareTo(new BigInteger(b));
    }
    return RubyOrder.compareStrings(Strings.upcase(a), Strings.upcase(b));
  }

  private static boolean isNumber(String part) {
    return part.charAt(0) >= '0' && part.charAt(0) <= '9';
  }

  private static List<String> parts(String version) {
    List<String> parts = new ArrayList<>();
    Matcher matcher = PART.matcher(version);
    while (matcher.find()) {
      parts.add(matcher.group());
    }
    return parts;
  }

  /** Removes zeroes and points from the end of what stands before the first hyphen. */
  private static String normalize(String version) {
    if (version.isEmpty()) {
      throw new EvaluationException("undefined method `sub!' for nil:NilClass");
    }
    int hyphen = version.indexOf('-');
    String head = hyphen < 0 ? version : version.substring(0, hyphen);
    return TRAILING_ZEROES.matcher(head).replaceFirst("")
        + (hyphen < 0 ? "" : version.substring(hyphen));
  }
}
