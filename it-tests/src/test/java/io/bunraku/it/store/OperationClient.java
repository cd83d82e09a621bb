// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.store;

import io.bunraku.storeconfig.OperationSets;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/** A process with some of the clients. Each adds its ids and writes down how that ended. */
final class OperationClient {
  private final Load load;
  private final OperationSets sets;
  private final FileOutputStream log;

  private OperationClient(Load load, OperationSets sets, FileOutputStream log) {
    this.load = load;
    this.sets = sets;
    this.log = log;
  }

  /**
   * Adds the ids of some clients.
   *
   * @param args the file of the load, the log to append to, then the numbers of the clients
   */
  public static void main(String[] args)
      throws IOException, InterruptedException, ExecutionException {
    Properties all = Load.properties(Path.of(args[0]));
    Load load = Load.load(all);
    try (FileOutputStream log = new FileOutputStream(args[1], true);
        OperationSets sets =
            OperationSets.open(all.getProperty("backend"), Load.settings(all), load.deadline());
        ExecutorService threads = Executors.newCachedThreadPool()) {
      OperationClient process = new OperationClient(load, sets, log);
      List<Future<?>> clients = new ArrayList<>();
      for (int i = 2; i < args.length; i++) {
        int client = Integer.parseInt(args[i]);
        clients.add(threads.submit(() -> process.run(client)));
      }
      for (Future<?> client : clients) {
        client.get();
      }
    }
  }

  private void run(int client) {
    long next = System.nanoTime();
    for (int n = client; n < load.ids(); n += Load.CLIENTS) {
      OperationSets.Outcome outcome = sets.add(n % load.documents(), id(n));
      note(outcome, n);
      next += load.pace().toNanos();
      LockSupport.parkNanos(Math.max(0, next - System.nanoTime()));
      next = Math.max(next, System.nanoTime() - Duration.ofSeconds(1).toNanos());
    }
  }

  static String id(int n) {
    return "op-%06d".formatted(n);
  }

  /**
   * One write call a line: lines of several threads do not mix, and a killed process keeps them.
   */
  private void note(OperationSets.Outcome outcome, int n) {
    String line = outcome + " " + n + " " + System.currentTimeMillis() + "\n";
    try {
      log.write(line.getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
