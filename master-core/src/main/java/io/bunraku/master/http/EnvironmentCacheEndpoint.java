// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.http;

import io.bunraku.master.environment.Environments;

/** {@code DELETE /puppet-admin-api/v1/environment-cache}: the hook after a deploy. */
final class EnvironmentCacheEndpoint implements Endpoint {

  private final Environments environments;

  EnvironmentCacheEndpoint(Environments environments) {
    this.environments = environments;
  }

  @Override
  public Answer answer(Call call, String rest) throws HttpError {
    if (!call.method().equals("DELETE")) {
      throw HttpError.methodNotAllowed("No support for http method " + call.method());
    }
    environments.flush();
    return Answer.bytes(204, "", new byte[0]);
  }
}
