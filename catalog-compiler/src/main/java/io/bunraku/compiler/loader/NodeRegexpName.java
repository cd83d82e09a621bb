// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.loader;

import io.bunraku.compiler.LanguageVersion;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The name that a catalog has for a node that is defined by a regular expression. */
public final class NodeRegexpName {

  private static final Pattern GROUP_WITH_OPTIONS = Pattern.compile("\\(\\?[^)]*\\)");

  /** Since Puppet 8, so that expressions that differ in them only have different names. */
  private static final Map<Character, String> SPELLED =
      Map.of('(', "LP", '?', "QU", '<', "LT", '>', "GT", '!', "EX", '=', "EQ", ')', "RP");

  private NodeRegexpName() {}

  /** What is left of an expression's text without the characters that no name has. */
  public static String of(String pattern, LanguageVersion version) {
    String text = pattern.toLowerCase(Locale.ROOT);
    if (version == LanguageVersion.PUPPET_8) {
      text = GROUP_WITH_OPTIONS.matcher(text).replaceAll(NodeRegexpName::spelled);
    }
    return "__node_regexp__" + text.replaceAll("[^-\\w:.]", "").replaceFirst("^\\.+", "");
  }

  private static String spelled(MatchResult group) {
    StringBuilder result = new StringBuilder();
    for (char c : group.group().toCharArray()) {
      result.append(SPELLED.getOrDefault(c, String.valueOf(c)));
    }
    return result.toString().replace("\\", "").replace("$", "");
  }
}
