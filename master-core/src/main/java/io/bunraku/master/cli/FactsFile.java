// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.bunraku.master.config.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The facts of a node from a file that the command line names. */
final class FactsFile {

  private FactsFile() {}

  static Map<String, Object> read(@Nullable Path factsFile) throws ConfigException, IOException {
    if (factsFile == null) {
      return Map.of();
    }
    Object document;
    try {
      document = new ObjectMapper().readValue(Files.readAllBytes(factsFile), Object.class);
    } catch (NoSuchFileException e) {
      throw new ConfigException("--facts " + factsFile + ": there is no such file");
    } catch (com.fasterxml.jackson.core.JacksonException e) {
      throw new ConfigException("--facts " + factsFile + " is not JSON: " + e.getOriginalMessage());
    }
    Object values =
        document instanceof Map<?, ?> map && map.get("values") instanceof Map<?, ?> inner
            ? inner
            : document;
    if (!(values instanceof Map<?, ?> map)) {
      throw new ConfigException("--facts " + factsFile + ": expected a JSON object of facts");
    }
    Map<String, Object> facts = LinkedHashMap.newLinkedHashMap(map.size());
    map.forEach((name, value) -> facts.put(String.valueOf(name), value));
    return facts;
  }
}
