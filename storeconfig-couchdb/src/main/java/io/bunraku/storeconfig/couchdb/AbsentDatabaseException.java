// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.couchdb;

import io.bunraku.storeconfig.spi.StoreException;

/** A database is not there. */
final class AbsentDatabaseException extends StoreException {

  AbsentDatabaseException(String message) {
    super(message);
  }
}
