// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/**
 * The body of a request: read by who needs it, discarded by who refuses the request. An answer that
 * overtakes the body would end an HTTP/2 stream before its client has read the answer.
 */
final class RequestBody {

  /** Who sends more to somebody who refuses it has to live with a stream that is reset. */
  private static final int MOST_DISCARDED = 1024 * 1024;

  private static final Set<String> WITHOUT = Set.of("GET", "HEAD", "DELETE");

  private final Request request;
  private volatile boolean ended;

  RequestBody(Request request) {
    this.request = request;
    this.ended = WITHOUT.contains(request.getMethod());
  }

  /** Whether the client owes us nothing more. */
  boolean isEnded() {
    return ended;
  }

  InputStream open() {
    return new FilterInputStream(Content.Source.asInputStream(request)) {
      @Override
      public int read() throws IOException {
        return noted(super.read());
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        return noted(super.read(bytes, offset, length));
      }
    };
  }

  private int noted(int read) {
    ended |= read < 0;
    return read;
  }

  /** Reads what is left, if it is not too much. */
  void discard() {
    if (ended || request.getLength() > MOST_DISCARDED) {
      return;
    }
    try (InputStream in = open()) {
      in.skip(MOST_DISCARDED);
      ended = true;
    } catch (IOException e) {
      ended = true; // the client is gone, or too slow: nothing is lost
    }
  }
}
