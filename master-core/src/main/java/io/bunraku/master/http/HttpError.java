// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.http;

import java.util.List;

/**
 * A request that is answered with an error. Stackless: it is an answer rather than a fault of ours.
 * The wording in front of the message is Puppet's for each status.
 */
final class HttpError extends Exception {

  private final int status;
  private final IssueKind kind;
  private final boolean closing;
  private final List<?> logs;

  private HttpError(int status, String message, IssueKind kind, boolean closing, List<?> logs) {
    super(message, null, false, false);
    this.status = status;
    this.kind = kind;
    this.closing = closing;
    this.logs = logs;
  }

  static HttpError badRequest(String message) {
    return badRequest(message, IssueKind.RUNTIME_ERROR);
  }

  static HttpError badRequest(String message, IssueKind kind) {
    return of(400, "Bad Request: " + message, kind);
  }

  static HttpError notFound(String message, IssueKind kind) {
    return of(404, "Not Found: " + message, kind);
  }

  static HttpError methodNotAllowed(String message) {
    return of(405, "Method Not Allowed: " + message, IssueKind.UNSUPPORTED_METHOD);
  }

  static HttpError notAcceptable(String message) {
    return of(406, "Not Acceptable: " + message, IssueKind.UNSUPPORTED_FORMAT);
  }

  static HttpError unsupportedMediaType(String message) {
    return of(415, "Unsupported Media Type: " + message, IssueKind.UNSUPPORTED_MEDIA_TYPE);
  }

  static HttpError server(String message) {
    return of(500, "Server Error: " + message, IssueKind.RUNTIME_ERROR);
  }

  /** Not able now. Never with {@code Retry-After}: agent 7.23 sleeps on it and then fails. */
  static HttpError unavailable(String message) {
    return of(503, "Service Unavailable: " + message, IssueKind.RUNTIME_ERROR);
  }

  /** More than we take; what is left of the request is not read, so the connection ends. */
  static HttpError tooLarge(long limit) {
    return new HttpError(
        413,
        "Payload Too Large: the limit is " + limit + " bytes",
        IssueKind.RUNTIME_ERROR,
        true,
        List.of());
  }

  static HttpError of(int status, String message, IssueKind kind) {
    return new HttpError(status, message, kind, false, List.of());
  }

  /** The same with what a compile has logged, for the v4 catalog. */
  HttpError with(List<?> entries) {
    return new HttpError(status, message(), kind, closing, entries);
  }

  int status() {
    return status;
  }

  IssueKind kind() {
    return kind;
  }

  boolean closing() {
    return closing;
  }

  List<?> logs() {
    return logs;
  }

  String message() {
    return String.valueOf(getMessage());
  }
}
