// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.local;

import io.bunraku.storeconfig.model.Bytes;
import io.bunraku.storeconfig.spi.AtomicWrites;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.StoreBackend;
import io.bunraku.storeconfig.spi.StoreSettings;
import io.bunraku.storeconfig.spi.Token;
import io.bunraku.storeconfig.spi.Value;
import io.bunraku.storeconfig.spi.WriteOutcome;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The process that is killed: writes numbered documents and pairs of them, and names each on its
 * output when the store has acknowledged it.
 */
final class CrashWriter {
  /** Bytes of a line. */
  static final int LINE = 9;

  private static final int THREADS = 8;
  private final StoreBackend backend;
  private final AtomicInteger next;
  private final int end;
  private final FileOutputStream acknowledged;

  private CrashWriter(StoreBackend backend, int first, int end, FileOutputStream acknowledged) {
    this.backend = backend;
    this.next = new AtomicInteger(first);
    this.end = end;
    this.acknowledged = acknowledged;
  }

  /**
   * Writes until it is killed.
   *
   * @param args the store, the file to name acknowledged numbers in, first number, end
   */
  public static void main(String[] args) throws IOException {
    StoreSettings settings = new StoreSettings("local", Map.of("path", args[0]));
    try (StoreBackend backend = new LocalBackendProvider().open(settings);
        FileOutputStream out = new FileOutputStream(args[1], true);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      CrashWriter writer =
          new CrashWriter(backend, Integer.parseInt(args[2]), Integer.parseInt(args[3]), out);
      for (int i = 0; i < THREADS; i++) {
        threads.execute(writer::write);
      }
    }
  }

  private void write() {
    for (int n = next.getAndIncrement(); n < end; n = next.getAndIncrement()) {
      WriteOutcome outcome =
          n % 4 == 0 ? pair(n) : backend.write(key("one", n), value(n), Token.ABSENT);
      if (outcome instanceof WriteOutcome.Written) {
        acknowledge(n);
      }
    }
  }

  private WriteOutcome pair(int n) {
    List<AtomicWrites.Write> both =
        List.of(
            new AtomicWrites.Write(key("one", n), value(n), Token.ABSENT),
            new AtomicWrites.Write(key("two", n), value(n), Token.ABSENT));
    return backend.ability(AtomicWrites.class).orElseThrow().writeAll(both).get(0);
  }

  static Key key(String family, int n) {
    return Key.of(family, Integer.toString(n));
  }

  /** Of many sizes, so that some take a page and some a chain of them. */
  static Value value(int n) {
    return Value.of(Bytes.utf8(("content " + n + " ").repeat(n % 50 == 0 ? 3000 : 1 + n % 40)));
  }

  private static byte[] line(int n) {
    return "%08d\n".formatted(n).getBytes(StandardCharsets.US_ASCII);
  }

  /** One write call a line: the kernel keeps what a killed process has written. */
  private void acknowledge(int n) {
    try {
      acknowledged.write(line(n));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path store(Path dir) {
    return dir.resolve("bunraku.db");
  }
}
