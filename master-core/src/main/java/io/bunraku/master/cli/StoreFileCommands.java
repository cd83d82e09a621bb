// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.cli;

import io.bunraku.storeconfig.StoreAdmin;
import io.bunraku.storeconfig.transfer.CanonicalHash;
import io.bunraku.storeconfig.transfer.StoreExport;
import io.bunraku.storeconfig.transfer.StoreImport;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A store in a file: lines of JSON, packed if the name ends with {@code .gz}. */
final class StoreFileCommands {

  private StoreFileCommands() {}

  /** Writes a file, which appears when it is whole. */
  static String exportTo(StoreAdmin store, Path file) throws IOException {
    Path unfinished = file.resolveSibling(file.getFileName() + ".new");
    CanonicalHash hash;
    Files.deleteIfExists(unfinished);
    Files.createFile(
        unfinished,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (OutputStream plain = new BufferedOutputStream(Files.newOutputStream(unfinished));
        OutputStream out = isPacked(file) ? new GZIPOutputStream(plain) : plain) {
      hash = StoreExport.write(store, out);
    }
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    return "Exported %d documents of %s to %s, hash %s"
        .formatted(hash.documents(), store.name(), file, hash.hex());
  }

  static String importFrom(StoreAdmin store, Path file) throws IOException {
    try (InputStream plain = Files.newInputStream(file);
        InputStream in = isPacked(file) ? new GZIPInputStream(plain) : plain;
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      CanonicalHash hash = StoreImport.read(store, lines, file.toString());
      return "Imported %d documents of %s into %s, hash %s"
          .formatted(hash.documents(), file, store.name(), hash.hex());
    }
  }

  private static boolean isPacked(Path file) {
    return file.toString().endsWith(".gz");
  }
}
