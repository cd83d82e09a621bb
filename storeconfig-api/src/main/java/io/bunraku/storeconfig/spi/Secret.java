// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.spi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A password or key of the settings: given as it is, or in a file. It never shows itself.
 *
 * @param what begins the message if the file cannot be read: {@code store s3: 'password-file'}
 * @param given the secret, or null
 * @param file whose first line it is, or null
 */
public record Secret(String what, @Nullable String given, @Nullable Path file) {

  /** Whether there is one. */
  public boolean isSet() {
    return given != null || file != null;
  }

  /** This one, or another if there is none: that of a variable of the environment. */
  public Secret or(@Nullable String otherwise) {
    return isSet() ? this : new Secret(what, otherwise, null);
  }

  /**
   * The secret itself, or an empty text if there is none. A file is read each time, so that it may
   * change.
   *
   * @throws StoreException if the file cannot be read
   */
  public String read() {
    if (file == null) {
      return given == null ? "" : given;
    }
    try {
      return Files.readString(file).strip().lines().findFirst().orElse("");
    } catch (IOException e) {
      throw new StoreException(
          "%s %s cannot be read: %s %s"
              .formatted(what, file, e.getClass().getSimpleName(), e.getMessage()),
          e);
    }
  }

  @Override
  public String toString() {
    return file != null ? file.toString() : given == null ? "none" : "***";
  }
}
