// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of a file.
 *
 * @param start first byte
 * @param length number of bytes; 0 when the file has nothing there
 */
record ByteRange(long start, long length) {

  private static final Pattern SINGLE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  /** Reads one range; null for anything else, which means the whole file. */
  static @Nullable ByteRange parse(String header, long size) {
    Matcher matcher = SINGLE.matcher(header.trim());
    if (!matcher.matches() || header.trim().equals("bytes=-")) {
      return null;
    }
    String first = matcher.group(1);
    String last = matcher.group(2);
    if (first.isEmpty()) {
      long suffix = Math.min(size, Long.parseLong(last));
      return new ByteRange(size - suffix, suffix);
    }
    long start = Long.parseLong(first);
    long end = last.isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(last));
    return start > end ? new ByteRange(0, 0) : new ByteRange(start, end - start + 1);
  }

  String header(long size) {
    return "bytes " + start + "-" + (start + length - 1) + "/" + size;
  }
}
