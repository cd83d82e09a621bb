// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.http;

import io.bunraku.master.file.FileBucket;
import io.bunraku.master.file.InvalidPathException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code /puppet/v3/file_bucket_file/sha256/SUM[/PATH]}: where agents back files up. */
final class FileBucketEndpoint {

  private static final String BINARY = "application/octet-stream";

  private final FileBucket bucket;

  FileBucketEndpoint(FileBucket bucket) {
    this.bucket = bucket;
  }

  /** HEAD and GET. */
  Answer find(Call call, String key) throws HttpError, IOException {
    if (call.params().get("list_all") != null) {
      throw HttpError.server("Listing remote file buckets is not allowed");
    }
    try {
      Path found = bucket.find(key);
      if (found == null) {
        throw HttpError.notFound(
            "Could not find file_bucket_file " + key, IssueKind.RESOURCE_NOT_FOUND);
      }
      return call.method().equals("HEAD")
          ? Answer.bytes(200, BINARY, new byte[0])
          : new Answer.FileBody(found, Files.size(found));
    } catch (InvalidPathException e) {
      throw HttpError.badRequest(String.valueOf(e.getMessage()));
    }
  }

  /** PUT. The content is not echoed. */
  Answer store(Call call, String key) throws HttpError, IOException {
    if (!BINARY.equals(call.contentType())) {
      throw HttpError.unsupportedMediaType(
          "Client sent a mime-type ("
              + call.contentType()
              + ") that doesn't correspond to a format we support");
    }
    try {
      bucket.store(key, call.body());
      return Answer.bytes(200, BINARY, new byte[0]);
    } catch (InvalidPathException e) {
      throw HttpError.badRequest(String.valueOf(e.getMessage()));
    }
  }
}
