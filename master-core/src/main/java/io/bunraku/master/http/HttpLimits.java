// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.http;

import java.time.Duration;

/**
 * How much of a client we bear.
 *
 * @param bodyBytes the largest body
 * @param headerBytes request line and headers together
 * @param idle how long a connection may be silent
 */
public record HttpLimits(long bodyBytes, int headerBytes, Duration idle) {

  /** 64 MB, 32 KB (a balancer sends a whole certificate in a header) and 60 s. */
  public static HttpLimits defaults() {
    return new HttpLimits(64L * 1024 * 1024, 32 * 1024, Duration.ofSeconds(60));
  }
}
