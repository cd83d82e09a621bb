// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.local;

import io.bunraku.storeconfig.spi.StoreException;
import io.bunraku.storeconfig.spi.StoreUnavailableException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What SQLite's errors mean for the operator. */
final class Failures {

  private Failures() {}

  static StoreException of(Path file, SQLException e) {
    SQLiteErrorCode code =
        e instanceof SQLiteException s ? s.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
    String where = "store local: " + file + ": ";
    return switch (code.code & 0xff) {
      case 5, 6 -> new StoreUnavailableException(where + "another process holds the lock", e);
      case 10, 13 -> new StoreUnavailableException(where + firstLine(e), e);
      case 11, 26 -> new StoreException(where + "is damaged or no store: " + firstLine(e), e);
      case 3, 8, 14, 23 -> new StoreException(where + "cannot be written: " + firstLine(e), e);
      default -> new StoreException(where + firstLine(e), e);
    };
  }

  /** Whether the disk has no room: the record that would have made it stand was not written. */
  static boolean isFull(SQLException e) {
    return e instanceof SQLiteException s && (s.getResultCode().code & 0xff) == 13;
  }

  private static String firstLine(SQLException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("no message");
  }
}
