// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.store;

import io.bunraku.storeconfig.cassandra.CassandraBackendProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The files of the plug-in that an administrator runs. */
final class CqlFile {

  private CqlFile() {}

  static List<String> statements(String file, Map<String, String> names) {
    String text = text(file).replaceAll("(?m)^--.*$", "");
    for (Map.Entry<String, String> name : names.entrySet()) {
      text = text.replace("${" + name.getKey() + "}", name.getValue());
    }
    return Stream.of(text.split(";\n", -1)).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }

  private static String text(String file) {
    try (InputStream in =
        Objects.requireNonNull(CassandraBackendProvider.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
