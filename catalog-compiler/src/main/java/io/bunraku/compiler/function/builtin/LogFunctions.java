// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.function.builtin;

import io.bunraku.compiler.LogEntry;
import io.bunraku.compiler.eval.Interpolation;
import io.bunraku.compiler.function.CallContext;
import io.bunraku.compiler.function.Params;
import io.bunraku.compiler.value.Undef;
import java.util.List;
import java.util.stream.Collectors;

/** One function for each level of Puppet's log. The scope is the source; no position is logged. */
final class LogFunctions {

  private static final List<String> LEVELS =
      List.of("debug", "info", "notice", "warning", "err", "alert", "emerg", "crit");

  private LogFunctions() {}

  static void register(Registry functions) {
    for (String level : LEVELS) {
      functions.define(
          level,
          f ->
              f.returns("Undef")
                  .when(
                      Params.of().repeated("Any values"),
                      (call, arguments, block) -> log(call, level, arguments)));
    }
  }

  private static Object log(CallContext call, String level, List<Object> values) {
    String message = values.stream().map(Interpolation::string).collect(Collectors.joining(" "));
    LogEntry entry = new LogEntry(level, message, call.scope().toString(), null, 0);
    call.scope().compilation().log().accept(entry);
    return Undef.UNDEF;
  }
}
