// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.http;

import java.util.List;

/** Wire formats, by the names of their media types. */
enum Format {
  RICH_JSON("application/vnd.puppet.rich+json", "application/vnd.puppet.rich+json; charset=utf-8"),
  JSON("application/json", "application/json;charset=utf-8"),
  RICH_MSGPACK("application/vnd.puppet.rich+msgpack", "application/vnd.puppet.rich+msgpack"),
  MSGPACK("application/x-msgpack", "application/x-msgpack"),
  PSON("text/pson", "text/pson;charset=utf-8");

  /** What a catalog is sent in, the preferred first. */
  static final List<Format> CATALOG = List.of(RICH_JSON, JSON, RICH_MSGPACK, MSGPACK, PSON);

  /** What other documents are sent in, the preferred first. */
  static final List<Format> DATA = List.of(JSON, MSGPACK, PSON);

  private final String mime;
  private final String contentType;

  Format(String mime, String contentType) {
    this.mime = mime;
    this.contentType = contentType;
  }

  String mime() {
    return mime;
  }

  String contentType() {
    return contentType;
  }

  boolean isMsgpack() {
    return this == MSGPACK || this == RICH_MSGPACK;
  }
}
