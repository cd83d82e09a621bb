// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.port;

import io.bunraku.compiler.port.ResourceTypeInfo.TitlePattern;
import io.bunraku.compiler.value.PuppetRegexp;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Facts of types of resources that come with Puppet, and of those that once did and now live in
 * modules: the latter are known here, but exist only where a module has them.
 */
public final class KnownResourceTypes {

  private static final String RESOURCE = "resource-types.tsv";

  private final Map<String, ResourceTypeInfo> core = new HashMap<>();
  private final Map<String, ResourceTypeInfo> ofModules = new HashMap<>();

  private KnownResourceTypes() {}

  /** Reads the facts that are packaged with this class. */
  public static KnownResourceTypes load() {
    KnownResourceTypes known = new KnownResourceTypes();
    text().lines().filter(line -> !line.startsWith("#")).forEach(known::add);
    return known;
  }

  /** A type that comes with Puppet itself, or null. */
  public @Nullable ResourceTypeInfo core(String name) {
    return core.get(name);
  }

  /** A type that a module may have, or null. */
  public @Nullable ResourceTypeInfo ofModules(String name) {
    return ofModules.get(name);
  }

  private void add(String line) {
    String[] fields = line.split("\t", -1);
    List<TitlePattern> patterns = new ArrayList<>();
    for (int i = 5; i < fields.length; i++) {
      int space = fields[i].lastIndexOf(' ');
      patterns.add(
          new TitlePattern(
              new PuppetRegexp(fields[i].substring(0, space)),
              list(fields[i].substring(space + 1))));
    }
    (fields[1].equals("core") ? core : ofModules)
        .put(
            fields[0],
            new ResourceTypeInfo(
                fields[0],
                list(fields[2]),
                Set.copyOf(list(fields[4])),
                fields[3].contains("i"),
                patterns));
  }

  private static List<String> list(String text) {
    return List.of(text.split(","));
  }

  private static String text() {
    try (InputStream in = KnownResourceTypes.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
