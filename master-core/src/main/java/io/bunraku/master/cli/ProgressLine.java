// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.cli;

import io.bunraku.storeconfig.transfer.CopyProgress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** One line that is written over itself on a terminal, and a line now and then in a file. */
final class ProgressLine {
  private static final long OFTEN = Duration.ofMillis(200).toNanos();
  private static final long SELDOM = Duration.ofSeconds(10).toNanos();
  private final PrintWriter out;
  private final boolean terminal = CommandLine.Help.Ansi.AUTO.enabled();
  private CopyProgress.@Nullable Phase phase;
  private long next = System.nanoTime();

  ProgressLine(PrintWriter out) {
    this.out = out;
  }

  synchronized void show(CopyProgress p) {
    boolean news = p.phase() != phase;
    long now = System.nanoTime();
    if (!news && now - next < 0) {
      return;
    }
    phase = p.phase();
    next = now + (terminal ? OFTEN : SELDOM);
    String text =
        String.format(
            Locale.ROOT,
            "%-6s %,d looked at, %,d copied, %.1f MB",
            p.phase().name().toLowerCase(Locale.ROOT),
            p.seen(),
            p.copied(),
            p.bytes() / 1e6);
    out.print(terminal ? "\r\u001b[K" + text : text + System.lineSeparator());
    out.flush();
  }

  synchronized void end() {
    if (terminal && phase != null) {
      out.println();
      out.flush();
    }
  }
}
