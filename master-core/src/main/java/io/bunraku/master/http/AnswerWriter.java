// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Sends an answer: gzip where it pays, ranges of files, large files as a stream. */
final class AnswerWriter {

  /** Below this gzip does not make it shorter. */
  private static final int MIN_GZIP = 128;

  /** Larger files are streamed as they are. */
  private static final int MAX_BUFFERED = 1024 * 1024;

  /** Fast: level 6 costs three times as much for a seventh of the size. */
  private static final int LEVEL = 3;

  private final Request request;
  private final Response response;

  AnswerWriter(Request request, Response response) {
    this.request = request;
    this.response = response;
  }

  void write(Answer answer, Callback callback) throws IOException {
    response.setStatus(answer.status());
    answer.headers().forEach((name, value) -> response.getHeaders().put(name, value));
    switch (answer) {
      case Answer.Bytes bytes -> writeBytes(bytes.contentType(), bytes.bytes(), callback);
      case Answer.FileBody file -> writeFile(file, callback);
    }
  }

  private void writeBytes(String contentType, byte[] bytes, Callback callback) throws IOException {
    if (!contentType.isEmpty()) {
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, contentType);
    }
    byte[] body = bytes;
    if (bytes.length >= MIN_GZIP) {
      response.getHeaders().put(HttpHeader.VARY, "Accept-Encoding");
      if (acceptsGzip(request.getHeaders().get(HttpHeader.ACCEPT_ENCODING))) {
        response.getHeaders().put(HttpHeader.CONTENT_ENCODING, "gzip");
        body = gzip(bytes);
      }
    }
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
    response.write(true, ByteBuffer.wrap(body), callback);
  }

  private void writeFile(Answer.FileBody file, Callback callback) throws IOException {
    ByteRange range = range(file.size());
    if (range == null && file.size() <= MAX_BUFFERED) {
      writeBytes("application/octet-stream", Files.readAllBytes(file.file()), callback);
      return;
    }
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/octet-stream");
    if (range == null) {
      response.getHeaders().put(HttpHeader.CONTENT_LENGTH, file.size());
      Content.copy(Content.Source.from(file.file()), response, callback);
    } else if (range.length() == 0) {
      response.setStatus(416);
      response.getHeaders().put(HttpHeader.CONTENT_RANGE, "bytes */" + file.size());
      response.write(true, ByteBuffer.allocate(0), callback);
    } else {
      response.setStatus(206);
      response.getHeaders().put(HttpHeader.CONTENT_RANGE, range.header(file.size()));
      response.getHeaders().put(HttpHeader.CONTENT_LENGTH, range.length());
      Content.copy(
          Content.Source.from(file.file(), range.start(), range.length()), response, callback);
    }
  }

  private @Nullable ByteRange range(long size) {
    String header = request.getHeaders().get(HttpHeader.RANGE);
    return header == null ? null : ByteRange.parse(header, size);
  }

  static boolean acceptsGzip(@Nullable String header) {
    if (header == null) {
      return false;
    }
    for (String part : header.split(",", -1)) {
      String coding = part.trim();
      if (coding.equals("gzip") || coding.startsWith("gzip;")) {
        return !coding.replace(" ", "").matches("gzip;q=0(\\.0*)?");
      }
    }
    return false;
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream(Math.max(256, bytes.length / 8));
    try (OutputStream gzip = new FastGzip(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  /** Gzip of a level that the JDK's own constructor does not offer. */
  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(OutputStream out) throws IOException {
      super(out, 8192);
      def.setLevel(LEVEL);
      def.setStrategy(Deflater.DEFAULT_STRATEGY);
    }
  }
}
