// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.ca;

import static io.bunraku.master.ca.CaException.Kind.INVALID;

import java.util.Locale;
import java.util.regex.Pattern;

/** Which names a certificate may bear: those that puppetserver accepts. */
public final class SubjectRule {

  private static final Pattern START = Pattern.compile("[\\p{Alnum}_].*");
  private static final Pattern SEGMENT = Pattern.compile("[\\p{Alnum}_-]*[\\p{Alnum}_]");
  private static final int LONGEST = 253;

  private SubjectRule() {}

  /**
   * Checks the common name of a request against the name that it was sent for.
   *
   * @throws CaException in the words of puppetserver
   */
  static void check(String requested, String commonName) throws CaException {
    if (!requested.equals(commonName)) {
      throw new CaException(
          INVALID,
          "Instance name \"%s\" does not match requested key \"%s\""
              .formatted(commonName, requested));
    }
    if (!commonName.equals(commonName.toLowerCase(Locale.ROOT))) {
      throw new CaException(INVALID, "Certificate names must be lower case.");
    }
    if (commonName.contains("*")) {
      throw new CaException(
          INVALID, "Subject contains a wildcard, which is not allowed: " + commonName);
    }
    if (!isValid(commonName)) {
      throw new CaException(INVALID, "Subject hostname format is invalid");
    }
  }

  /** Whether a name is one that a certificate could bear, so that it is safe as a key or path. */
  public static boolean isValid(String name) {
    if (name.isEmpty() || name.length() > LONGEST || !START.matcher(name).matches()) {
      return false;
    }
    for (String segment : name.split("\\.", -1)) {
      if (!SEGMENT.matcher(segment).matches()) {
        return false;
      }
    }
    return name.equals(name.toLowerCase(Locale.ROOT));
  }
}
