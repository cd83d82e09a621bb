// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.http;

/** Puppet's kinds of error, as error bodies name them. */
enum IssueKind {
  HANDLER_NOT_FOUND,
  RESOURCE_NOT_FOUND,
  RUNTIME_ERROR,
  MISSING_HEADER_FIELD,
  UNSUPPORTED_FORMAT,
  UNSUPPORTED_METHOD,
  UNSUPPORTED_MEDIA_TYPE
}
