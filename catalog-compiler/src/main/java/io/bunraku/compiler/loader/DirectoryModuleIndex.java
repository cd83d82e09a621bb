// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.loader;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bunraku.compiler.LanguageOptions.Strict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The modules below the directories of a module path. A name counts once, where it comes first; a
 * module whose {@code metadata.json} lacks something required is none, as in Puppet.
 */
final class DirectoryModuleIndex implements ModuleIndex {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> REQUIRED =
      List.of("source", "author", "version", "license", "dependencies");

  private record Module(Path directory, @Nullable JsonNode metadata) {}

  private final VersionFiles files;
  private final Strict strict;
  private final Map<String, Module> modules = new LinkedHashMap<>();
  private final List<String> warnings = new ArrayList<>();

  DirectoryModuleIndex(List<Path> modulePath, VersionFiles files, Strict strict) {
    this.files = files;
    this.strict = strict;
    Set<String> seen = new HashSet<>();
    for (Path directory : modulePath) {
      for (String name : files.children(directory)) {
        Path path = directory.resolve(name);
        if (NAME.matcher(name).matches() && files.isDirectory(path) && seen.add(name)) {
          add(name, path);
        }
      }
    }
  }

  @Override
  public Collection<String> names() {
    return Collections.unmodifiableSet(modules.keySet());
  }

  @Override
  public @Nullable Path directory(String module) {
    Module found = modules.get(module);
    return found == null ? null : found.directory();
  }

  @Override
  public @Nullable Path file(String module, String subdirectory, String path) {
    Module found = modules.get(module);
    if (found == null) {
      return null;
    }
    Path base = found.directory().resolve(subdirectory);
    Path file = path.indexOf('\0') >= 0 ? base : base.resolve(path).normalize();
    return !file.equals(base) && file.startsWith(base) && files.exists(file) ? file : null;
  }

  @Override
  public @Nullable String metadata(String module, String key) {
    Module found = modules.get(module);
    JsonNode value = found == null || found.metadata() == null ? null : found.metadata().get(key);
    return value == null || !value.isTextual() ? null : value.textValue();
  }

  /** What Puppet warns of while it looks at modules. */
  List<String> warnings() {
    return List.copyOf(warnings);
  }

  private void add(String name, Path directory) {
    Path file = directory.resolve("metadata.json");
    String text = files.isFile(file) ? files.read(file) : null;
    if (text == null) {
      modules.put(name, new Module(directory, null));
      return;
    }
    try {
      addDescribed(name, directory, JSON.readTree(text));
    } catch (JsonProcessingException e) {
      if (strict != Strict.OFF) {
        warnings.add(
            "%s has an invalid and unparsable metadata.json file. The parse error: %s"
                .formatted(name, e.getOriginalMessage()));
      }
      if (strict != Strict.ERROR) {
        modules.put(name, new Module(directory, null));
      }
    }
  }

  private void addDescribed(String name, Path directory, JsonNode metadata) {
    if (!metadata.isEmpty()) {
      for (String key : REQUIRED) {
        if (!metadata.hasNonNull(key)) {
          warnings.add("No %s module metadata provided for %s".formatted(key, name));
          return;
        }
      }
      JsonNode dependencies = metadata.get("dependencies");
      if (!dependencies.isArray()) {
        warnings.add(
            "The value for the key dependencies in the file metadata.json of the module %s must be an array, not: '%s'"
                .formatted(name, dependencies.asText()));
        return;
      }
    }
    modules.put(name, new Module(directory, metadata));
  }
}
