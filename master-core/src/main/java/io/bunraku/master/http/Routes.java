// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.http;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The URL families by what their paths start with. */
final class Routes implements Endpoint {

  private final Map<String, Endpoint> families = new LinkedHashMap<>();

  /**
   * Adds a family.
   *
   * @param prefix with its last slash, or a whole path
   * @param endpoint gets the rest of the path as the key
   */
  Routes add(String prefix, Endpoint endpoint) {
    families.put(prefix, endpoint);
    return this;
  }

  @Override
  public Answer answer(Call call, String path) throws HttpError, IOException {
    for (Map.Entry<String, Endpoint> family : families.entrySet()) {
      String prefix = family.getKey();
      if (prefix.endsWith("/") ? path.startsWith(prefix) : path.equals(prefix)) {
        return family.getValue().answer(call, path.substring(prefix.length()));
      }
    }
    throw HttpError.notFound(
        "No route for " + call.method() + " " + path, IssueKind.HANDLER_NOT_FOUND);
  }
}
