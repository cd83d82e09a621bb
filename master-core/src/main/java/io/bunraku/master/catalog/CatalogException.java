// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.catalog;

import io.bunraku.compiler.LogEntry;
import java.util.List;

/** A query without a catalog. The message is for the agent. */
public final class CatalogException extends Exception {

  /** Whose fault it is. */
  public enum Kind {
    /** The code, the data or the classifier. */
    FAILED,
    /** This master cannot now; another, or a later time, can. */
    UNAVAILABLE,
    /** There is no such environment. */
    NOT_FOUND
  }

  private final Kind kind;
  private final List<LogEntry> logs;

  private CatalogException(Kind kind, String message, List<LogEntry> logs) {
    super(message, null, false, false);
    this.kind = kind;
    this.logs = List.copyOf(logs);
  }

  static CatalogException failed(String message, List<LogEntry> logs) {
    return new CatalogException(Kind.FAILED, message, logs);
  }

  static CatalogException failed(Exception cause) {
    return failed(String.valueOf(cause.getMessage()), List.of());
  }

  static CatalogException unavailable(String message) {
    return new CatalogException(Kind.UNAVAILABLE, message, List.of());
  }

  static CatalogException notFound(String message) {
    return new CatalogException(Kind.NOT_FOUND, message, List.of());
  }

  /** Whose fault it is. */
  public Kind kind() {
    return kind;
  }

  /** What the compile had logged. */
  public List<LogEntry> logs() {
    return logs;
  }
}
