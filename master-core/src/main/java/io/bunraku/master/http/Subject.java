// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Whom an entry of a rule means. */
sealed interface Subject {

  boolean matches(ClientIdentity who, String[] groups);

  /** Everybody with a name. */
  record Anybody() implements Subject {
    @Override
    public boolean matches(ClientIdentity who, String[] groups) {
      return who.authenticated();
    }
  }

  /**
   * One name.
   *
   * @param name may refer to groups of the rule's regex: {@code $1}
   */
  record Named(String name) implements Subject {
    @Override
    public boolean matches(ClientIdentity who, String[] groups) {
      return expand(name, groups).equalsIgnoreCase(who.name());
    }

    private static String expand(String name, String[] groups) {
      if (name.indexOf('$') < 0) {
        return name;
      }
      String expanded = name;
      for (int i = groups.length; i > 0; i--) {
        expanded = expanded.replace("$" + i, groups[i - 1]);
      }
      return expanded;
    }
  }

  /**
   * All names of a domain.
   *
   * @param suffix with its leading dot, lower case
   */
  record InDomain(String suffix) implements Subject {
    @Override
    public boolean matches(ClientIdentity who, String[] groups) {
      String name = who.name();
      return name != null && name.toLowerCase(Locale.ROOT).endsWith(suffix);
    }
  }

  /**
   * All names that a regular expression finds.
   *
   * @param pattern found anywhere in the name
   */
  record Matching(Pattern pattern) implements Subject {
    @Override
    public boolean matches(ClientIdentity who, String[] groups) {
      String name = who.name();
      return name != null && pattern.matcher(name).find();
    }
  }

  /**
   * All whose certificate carries extensions.
   *
   * @param values OID to the values of which one has to be there; all OIDs are needed
   */
  record Carrying(Map<String, List<String>> values) implements Subject {
    @Override
    public boolean matches(ClientIdentity who, String[] groups) {
      return who.authenticated()
          && values.entrySet().stream()
              .allMatch(e -> e.getValue().contains(who.extensions().getOrDefault(e.getKey(), "")));
    }
  }

  /** Reads a name, {@code *}, {@code *.domain} or {@code /regex/}. */
  static Subject named(String text) {
    if (text.equals("*")) {
      return new Anybody();
    }
    if (text.startsWith("*.")) {
      return new InDomain(text.substring(1).toLowerCase(Locale.ROOT));
    }
    if (text.length() > 2 && text.startsWith("/") && text.endsWith("/")) {
      return new Matching(Pattern.compile(text.substring(1, text.length() - 1)));
    }
    return new Named(text);
  }
}
