// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.http;

import io.bunraku.master.catalog.CatalogException;
import io.bunraku.master.catalog.CatalogService;
import io.bunraku.master.environment.EnvironmentVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /puppet/v3/static_file_content/PATH}: content as it was in the version of the code
 * that a catalog was compiled from.
 */
final class StaticFileContentEndpoint implements Endpoint {

  private static final Pattern SERVED = Pattern.compile("[^/]+/[^/]+/(files|lib|scripts|tasks)/.+");

  private final CatalogService service;

  StaticFileContentEndpoint(CatalogService service) {
    this.service = service;
  }

  @Override
  public Answer answer(Call call, String path) throws HttpError, IOException {
    String environment = call.params().get("environment");
    String codeId = call.params().get("code_id");
    if (isEmpty(environment) || isEmpty(codeId) || path.isEmpty()) {
      return Answer.text(
          400,
          "Error: A /static_file_content request requires an environment, a code-id, and a file-path");
    }
    if (!SERVED.matcher(path).matches()) {
      return Answer.text(
          403,
          "Request Denied: A /static_file_content request must be a file within the files, lib,"
              + " scripts, or tasks directory of a module.");
    }
    try {
      EnvironmentVersion version = service.pin(String.valueOf(environment), true);
      Path file = version.loader().directory().resolve(path).normalize();
      if (!String.valueOf(codeId).equals(version.codeId()) || !Files.isRegularFile(file)) {
        throw HttpError.notFound(
            "Could not find " + path + " of " + codeId, IssueKind.RESOURCE_NOT_FOUND);
      }
      return new Answer.FileBody(file, Files.size(file));
    } catch (CatalogException e) {
      throw CatalogErrors.of(e);
    }
  }

  private static boolean isEmpty(@Nullable String text) {
    return text == null || text.isEmpty();
  }
}
