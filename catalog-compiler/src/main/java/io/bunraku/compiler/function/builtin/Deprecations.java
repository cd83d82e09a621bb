// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.function.builtin;

import io.bunraku.compiler.LogEntry;
import io.bunraku.compiler.function.CallContext;

/** Warnings that are given once a compile (in Puppet, once a process). */
final class Deprecations {

  private Deprecations() {}

  /** Warns with the position of the call. */
  static void warn(CallContext call, String key, String message) {
    String location = call.site().location();
    String place = location.isEmpty() ? " (file & line not available)" : location;
    log(call, key, message + "\n  " + place);
  }

  /** Warns of something that has no position. */
  static void warnAnywhere(CallContext call, String key, String message) {
    log(call, key, message + "\n   (file & line not available)");
  }

  private static void log(CallContext call, String key, String text) {
    if (call.scope().isFirstWarning(key)) {
      call.scope().compilation().log().accept(new LogEntry("warning", text, "Puppet", null, 0));
    }
  }
}
