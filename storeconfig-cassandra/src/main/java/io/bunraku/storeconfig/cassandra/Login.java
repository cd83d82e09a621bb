// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.cassandra;

import io.bunraku.storeconfig.spi.Secret;
import io.bunraku.storeconfig.spi.StoreSettings;
import org.jspecify.annotations.Nullable;

/**
 * Who a master is to Cassandra.
 *
 * @param username null if the store asks for none
 * @param password read for each connection to the store
 */
record Login(@Nullable String username, Secret password) {

  static Login of(StoreSettings s) {
    Login login = new Login(s.get("username"), s.secret("password"));
    if (login.password.isSet() != (login.username != null)) {
      throw CassandraSettings.wrong(
          "username", "and 'password' or 'password-file' are only of use together");
    }
    return login;
  }

  /** Without the password. */
  @Override
  public String toString() {
    return String.valueOf(username);
  }
}
