// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.cassandra;

import io.bunraku.storeconfig.spi.StoreException;
import io.bunraku.storeconfig.spi.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Who a master is to Cassandra.
 *
 * @param username null if the store asks for none
 * @param password as the configuration has it, or null
 * @param file that holds it instead
 */
record Login(@Nullable String username, @Nullable String password, @Nullable Path file) {

  static Login of(StoreSettings s) {
    Login login =
        new Login(s.get("username"), s.get("password"), CassandraSettings.path(s, "password-file"));
    if (login.password != null && login.file != null) {
      throw CassandraSettings.wrong("password", "and 'password-file' are both set");
    }
    boolean hasPassword = login.password != null || login.file != null;
    if (hasPassword != (login.username != null)) {
      throw CassandraSettings.wrong(
          "username", "and 'password' or 'password-file' are only of use together");
    }
    return login;
  }

  /** The password, read anew from its file for each connection to the store. */
  String secret() {
    if (file == null) {
      return String.valueOf(password);
    }
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new StoreException(
          "store cassandra: the password file cannot be read: "
              + e.getClass().getSimpleName()
              + " "
              + e.getMessage(),
          e);
    }
  }

  /** Without the password. */
  @Override
  public String toString() {
    return String.valueOf(username);
  }
}
