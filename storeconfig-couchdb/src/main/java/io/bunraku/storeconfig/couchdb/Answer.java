// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.couchdb;

import com.fasterxml.jackson.databind.JsonNode;
import io.bunraku.storeconfig.spi.WriteOutcome;
import java.util.Set;

/**
 * What CouchDB says to a request.
 *
 * @param status of HTTP, or 0 when the request may have been done but no answer came
 * @param body the JSON; of an answer that did not come, the reason
 */
record Answer(int status, JsonNode body) {
  private static final Set<String> ABSENT = Set.of("missing", "deleted");

  /** Nobody knows, or (202) fewer copies than a quorum have it. */
  boolean isUnsure() {
    return status == 0 || status == 202 || status == 408 || status >= 500;
  }

  boolean isConflict() {
    return status == 409 || status == 412;
  }

  /** The database is there but not the document. */
  boolean isAbsentDocument() {
    return status == 404 && ABSENT.contains(reason());
  }

  boolean isAbsentDatabase() {
    return status == 404 && !ABSENT.contains(reason());
  }

  /** What CouchDB adds to the name of an error; empty if nothing. */
  String reason() {
    return body.path("reason").asText();
  }

  WriteOutcome.Unknown unknown() {
    return new WriteOutcome.Unknown(inWords());
  }

  /** One line: {@code 404 not_found: missing}. */
  String inWords() {
    String code = status == 0 ? "no answer" : Integer.toString(status);
    String words = (code + " " + body.path("error").asText() + ": " + reason()).strip();
    return words.lines().findFirst().orElse(code);
  }
}
