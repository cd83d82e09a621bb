// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/**
 * The jar of a class and its version: the manifest's {@code Implementation-Version}, or what Maven
 * has left.
 */
record JarVersion(@Nullable Path jar, String version) {
  private static final String UNKNOWN = "?";

  static JarVersion of(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      return new JarVersion(null, UNKNOWN);
    }
    Path path;
    try {
      path = Path.of(source.getLocation().toURI());
    } catch (URISyntaxException | IllegalArgumentException e) {
      return new JarVersion(null, UNKNOWN);
    }
    try (JarFile jar = new JarFile(path.toFile())) {
      return new JarVersion(path, manifest(jar).or(() -> maven(jar)).orElse(UNKNOWN));
    } catch (IOException e) {
      return new JarVersion(path, UNKNOWN); // a directory of classes
    }
  }

  private static Optional<String> manifest(JarFile jar) {
    try {
      return Optional.ofNullable(jar.getManifest())
          .map(Manifest::getMainAttributes)
          .map(a -> a.getValue("Implementation-Version"));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> maven(JarFile jar) {
    return jar.stream()
        .filter(e -> e.getName().startsWith("META-INF/maven/"))
        .filter(e -> e.getName().endsWith("/pom.properties"))
        .findFirst()
        .map(entry -> property(jar, entry));
  }

  private static @Nullable String property(JarFile jar, ZipEntry entry) {
    try (InputStream in = jar.getInputStream(entry)) {
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      return null;
    }
  }

  /** Where the class was, or another word if that is not known. */
  String file(String otherwise) {
    return Objects.toString(jar, otherwise);
  }
}
