// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.outage;

import io.bunraku.storeconfig.spi.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The highest epoch of a store that this master has used, on its own disk: after {@code store copy}
 * it will not go back to the source by a mistake in the configuration.
 */
public final class EpochMemory {

  private EpochMemory() {}

  /**
   * Compares a store's epoch with what is remembered, and remembers it.
   *
   * @throws StoreException if the store is an older copy
   */
  public static void check(Path vardir, long epoch) throws IOException {
    Path file = vardir.resolve("store-epoch");
    long seen = seen(file);
    if (epoch < seen) {
      throw new StoreException(
          ("The store has epoch %d, and this master has used epoch %d: it is the source of a copy"
                  + " that was finished. Name the copy in 'store', or delete %s if this one shall be"
                  + " used all the same")
              .formatted(epoch, seen, file));
    }
    if (epoch > seen) {
      Files.createDirectories(vardir);
      Path next = vardir.resolve("store-epoch.new");
      Files.writeString(next, epoch + "\n");
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private static long seen(Path file) throws IOException {
    if (!Files.exists(file)) {
      return 0;
    }
    String text = Files.readString(file).strip();
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new IOException(file + " holds no number: '" + text + "'", e);
    }
  }
}
