// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Positions as Puppet writes them into messages. */
public final class Locations {

  private Locations() {}

  /**
   * The position in parentheses, or an empty string when nothing is known.
   *
   * @param file logical path, or null
   * @param line from 1, or 0
   * @param column from 1, or 0
   */
  public static String of(@Nullable String file, int line, int column) {
    List<String> parts = new ArrayList<>(3);
    if (file != null && !file.isEmpty()) {
      parts.add("file: " + file);
    }
    if (line > 0) {
      parts.add("line: " + line);
    }
    if (column > 0 && line > 0) {
      parts.add("column: " + column);
    }
    return parts.isEmpty() ? "" : "(" + String.join(", ", parts) + ")";
  }

  /** The same with a space before it when it is not empty. */
  public static String suffix(@Nullable String file, int line, int column) {
    String location = of(file, line, column);
    return location.isEmpty() ? "" : " " + location;
  }
}
