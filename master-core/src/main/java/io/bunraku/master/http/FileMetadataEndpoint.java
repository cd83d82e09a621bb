// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.http;

import io.bunraku.compiler.loader.EnvironmentLoader;
import io.bunraku.master.environment.Environments;
import io.bunraku.master.file.ChecksumType;
import io.bunraku.master.file.FileMetadata;
import io.bunraku.master.file.FileServer;
import io.bunraku.master.file.InvalidPathException;
import io.bunraku.master.file.MetadataOptions;
import io.bunraku.master.file.TooManyFilesException;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GET /puppet/v3/file_metadata/MOUNT/PATH}, and its plural for whole directories. */
final class FileMetadataEndpoint {

  private final Environments environments;
  private final FileServer files;
  private final Wire wire;

  FileMetadataEndpoint(Environments environments, FileServer files, Wire wire) {
    this.environments = environments;
    this.files = files;
    this.wire = wire;
  }

  Answer find(Call call, String key) throws HttpError, IOException {
    Format format = Accept.choose(call.header("Accept"), Format.DATA);
    try {
      FileMetadata found = files.find(environment(environments, call), key, options(call));
      if (found == null) {
        throw HttpError.notFound(
            "Could not find file_metadata " + key, IssueKind.RESOURCE_NOT_FOUND);
      }
      return wire.answer(format, found.toMap());
    } catch (InvalidPathException e) {
      throw HttpError.badRequest(String.valueOf(e.getMessage()));
    }
  }

  Answer search(Call call, String key) throws HttpError, IOException {
    Format format = Accept.choose(call.header("Accept"), Format.DATA);
    try {
      List<FileMetadata> found = files.search(environment(environments, call), key, options(call));
      if (found == null) {
        throw HttpError.notFound(
            "Could not find instances in file_metadata with '" + key + "'",
            IssueKind.RESOURCE_NOT_FOUND);
      }
      return wire.answer(format, found.stream().map(FileMetadata::toMap).toList());
    } catch (InvalidPathException e) {
      throw HttpError.badRequest(String.valueOf(e.getMessage()));
    } catch (TooManyFilesException e) {
      throw HttpError.server(String.valueOf(e.getMessage()));
    }
  }

  /** The environment of a request, which has been found to exist. */
  static EnvironmentLoader environment(Environments environments, Call call) throws HttpError {
    String name = call.params().get("environment", "");
    EnvironmentLoader loader = environments.files(name);
    if (loader == null) {
      throw HttpError.notFound(
          "Could not find environment '" + name + "'", IssueKind.RUNTIME_ERROR);
    }
    return loader;
  }

  private static MetadataOptions options(Call call) throws HttpError {
    Params params = call.params();
    String links = params.get("links", "manage");
    if (!List.of("manage", "follow", "ignore").contains(links)) {
      throw HttpError.badRequest("Invalid :links value '" + links + "'");
    }
    String permissions = params.get("source_permissions", "ignore");
    if (!List.of("use", "use_when_creating", "ignore").contains(permissions)) {
      throw HttpError.badRequest("Unsupported source_permission " + permissions);
    }
    String checksum = params.get("checksum_type", "sha256");
    ChecksumType type =
        ChecksumType.named(checksum)
            .orElseThrow(() -> HttpError.badRequest("Unsupported checksum type " + checksum));
    String recurse = params.get("recurse", "false");
    return new MetadataOptions(
        links.equals("follow"),
        type,
        !permissions.equals("ignore"),
        recurse.equals("true") || recurse.equals("remote"),
        number(params.get("recurselimit"), Integer.MAX_VALUE),
        number(params.get("max_files"), 0),
        params.all("ignore"));
  }

  private static int number(@Nullable String text, int fallback) throws HttpError {
    if (text == null || text.isEmpty() || text.equals("infinite") || text.equals("inf")) {
      return fallback;
    }
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw HttpError.badRequest("'" + text + "' is no number");
    }
  }
}
