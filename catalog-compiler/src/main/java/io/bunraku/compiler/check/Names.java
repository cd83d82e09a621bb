// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.check;

import java.util.regex.Pattern;

/** What names may look like ({@code puppet/pops/patterns.rb}). */
final class Names {

  private static final Pattern VARIABLE = Pattern.compile("(?:::)?(?:[a-z]\\w*::)*[a-z_]\\w*");
  private static final Pattern PARAMETER = Pattern.compile("[a-z_]\\w*");
  private static final Pattern NUMERIC_PARAMETER = Pattern.compile("(?:0x)?[0-9]+");
  private static final Pattern NUMERIC_VARIABLE = Pattern.compile("0|[1-9][0-9]*");
  private static final Pattern DEFINITION = Pattern.compile("[a-z]\\w*(?:::[a-z]\\w*)*");
  private static final Pattern TYPE = Pattern.compile("[A-Z]\\w*(?:::[A-Z]\\w*)*");
  private static final Pattern TYPE_REFERENCE = Pattern.compile("(?:(?:::)?[A-Z]\\w*)+");
  private static final Pattern HOST = Pattern.compile("[-\\w.]*");

  private Names() {}

  static boolean isVariable(String name) {
    return VARIABLE.matcher(name).matches();
  }

  static boolean isParameter(String name) {
    return PARAMETER.matcher(name).matches();
  }

  static boolean isNumericParameter(String name) {
    return NUMERIC_PARAMETER.matcher(name).matches();
  }

  static boolean isNumericVariable(String name) {
    return NUMERIC_VARIABLE.matcher(name).matches();
  }

  static boolean startsWithDigit(String name) {
    return !name.isEmpty() && name.charAt(0) >= '0' && name.charAt(0) <= '9';
  }

  static boolean isDefinition(String name) {
    return DEFINITION.matcher(name).matches();
  }

  static boolean isType(String name) {
    return TYPE.matcher(name).matches();
  }

  static boolean isTypeReference(String name) {
    return TYPE_REFERENCE.matcher(name).matches();
  }

  static boolean isHost(String name) {
    return HOST.matcher(name).matches();
  }
}
