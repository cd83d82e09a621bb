// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.riak;

import com.basho.riak.client.core.netty.RiakResponseException;
import io.bunraku.storeconfig.spi.StoreException;

/** What Riak's errors mean. They are texts: the protocol has no codes worth the name. */
final class Refusals {
  /** A precondition of a strongly consistent request does not hold: nothing was changed. */
  private static final String FAILED = "failed";

  private Refusals() {}

  /** An error as one line. */
  static String line(RiakResponseException refusal) {
    String text = String.valueOf(refusal.getMessage()).strip().replaceAll("\\s+", " ");
    return text.isEmpty() ? "error " + refusal.getCode() : text;
  }

  static boolean isLostRace(String error) {
    return error.equals(FAILED) || error.equals("{error," + FAILED + "}");
  }

  static boolean isWithoutIndexes(String error) {
    return error.contains("indexes_not_supported");
  }

  /**
   * Throws if trying again is of no use.
   *
   * @throws StoreException saying what to do
   */
  static void throwIfLasting(RiakSettings settings, String error) {
    if (isNoType(error)) {
      throw new StoreException(BucketType.missing(settings));
    }
    if (error.startsWith("Permission denied")) {
      throw new StoreException(
          "store riak: "
              + settings.login()
              + " may not do this; 'riak admin security grant' helps: "
              + error);
    }
    if (isAboutSecurity(error)) {
      throw new StoreException("store riak: " + security(error));
    }
  }

  private static boolean isNoType(String error) {
    return error.contains("no_type")
        || error.startsWith("No bucket-type named")
        || error.contains("bucket_type_unknown");
  }

  static boolean isAboutSecurity(String error) {
    return error.contains("STARTTLS") || error.startsWith("Authentication failed");
  }

  /** What to do about security. */
  static String security(String error) {
    if (error.startsWith("Authentication failed")) {
      return "Riak refuses the user or the password: " + error;
    }
    return error.contains("not enabled")
        ? "Riak's security is off, so 'username' and 'ca-file' must not be set: " + error
        : "Riak's security is on: set 'username', a password and 'ca-file': " + error;
  }
}
