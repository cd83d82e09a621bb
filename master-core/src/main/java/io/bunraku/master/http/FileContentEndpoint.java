// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.http;

import io.bunraku.master.environment.Environments;
import io.bunraku.master.file.FileServer;
import io.bunraku.master.file.InvalidPathException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code GET /puppet/v3/file_content/MOUNT/PATH}. */
final class FileContentEndpoint implements Endpoint {

  private final Environments environments;
  private final FileServer files;

  FileContentEndpoint(Environments environments, FileServer files) {
    this.environments = environments;
    this.files = files;
  }

  @Override
  public Answer answer(Call call, String key) throws HttpError, IOException {
    try {
      Path path = files.content(FileMetadataEndpoint.environment(environments, call), key);
      if (path == null) {
        throw HttpError.notFound(
            "Could not find file_content " + key, IssueKind.RESOURCE_NOT_FOUND);
      }
      return new Answer.FileBody(path, Files.size(path));
    } catch (InvalidPathException e) {
      throw HttpError.badRequest(String.valueOf(e.getMessage()));
    }
  }
}
