// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.http;

import java.io.IOException;

/** Answers the requests of one URL family. */
@FunctionalInterface
interface Endpoint {

  /**
   * Answers a request that has been authorised.
   *
   * @param call the request
   * @param key what follows the family's name in the path, decoded, never empty for Puppet's own
   * @throws HttpError when the answer is an error
   * @throws IOException when the client or a file fails
   */
  Answer answer(Call call, String key) throws HttpError, IOException;
}
