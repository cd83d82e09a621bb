// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.cli;

import io.bunraku.storeconfig.transfer.CopyProgress;
import io.bunraku.storeconfig.transfer.KeyRotation;
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
  private @Nullable Object phase;
  private long next = System.nanoTime();

  ProgressLine(PrintWriter out) {
    this.out = out;
  }

  void show(CopyProgress p) {
    show(
        p.phase(),
        String.format(
            Locale.ROOT,
            "%-6s %,d looked at, %,d copied, %.1f MB",
            p.phase().name().toLowerCase(Locale.ROOT),
            p.seen(),
            p.copied(),
            p.bytes() / 1e6));
  }

  void show(KeyRotation.Progress p) {
    show(
        p.pass(),
        String.format(
            Locale.ROOT,
            "pass %d: %,d looked at, %,d encrypted anew in all",
            p.pass(),
            p.seen(),
            p.renewed()));
  }

  private synchronized void show(Object newPhase, String text) {
    boolean news = !newPhase.equals(phase);
    long now = System.nanoTime();
    if (!news && now - next < 0) {
      return;
    }
    phase = newPhase;
    next = now + (terminal ? OFTEN : SELDOM);
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
