// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.loader;

import io.bunraku.compiler.syntax.Program;
import io.bunraku.compiler.syntax.Source;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Parsed files, shared by all environments and versions of a master: a tree depends on the text and
 * on the logical path that it shows, on nothing else. Safe for threads. A text that does not parse
 * is not kept, so its error is raised each time. What was used least recently goes first when the
 * texts together pass a bound.
 */
public final class ProgramCache {

  private static final long DEFAULT_CHARACTERS = 64L * 1024 * 1024;

  private record Key(boolean template, @Nullable String logicalPath, String text) {}

  private final ProgramParser manifests;
  private final ProgramParser templates;
  private final long maxCharacters;
  private final Map<Key, Program> programs = new LinkedHashMap<>(256, 0.75f, true);
  private long characters;

  /**
   * Creates an empty cache.
   *
   * @param manifests parses manifests
   * @param templates parses EPP templates
   */
  public ProgramCache(ProgramParser manifests, ProgramParser templates) {
    this(manifests, templates, DEFAULT_CHARACTERS);
  }

  ProgramCache(ProgramParser manifests, ProgramParser templates, long maxCharacters) {
    this.manifests = manifests;
    this.templates = templates;
    this.maxCharacters = maxCharacters;
  }

  /** The tree of a manifest. */
  Program manifest(@Nullable String logicalPath, @Nullable Path file, String text) {
    return parsed(new Key(false, logicalPath, text), manifests, file);
  }

  /** The tree of an EPP template. */
  Program template(@Nullable String logicalPath, @Nullable Path file, String text) {
    return parsed(new Key(true, logicalPath, text), templates, file);
  }

  private Program parsed(Key key, ProgramParser parser, @Nullable Path file) {
    synchronized (programs) {
      Program known = programs.get(key);
      if (known != null) {
        return known;
      }
    }
    Program parsed = parser.parse(new Source(key.logicalPath(), file, key.text()));
    synchronized (programs) {
      Program raced = programs.putIfAbsent(key, parsed);
      if (raced != null) {
        return raced;
      }
      characters += key.text().length();
      evict();
      return parsed;
    }
  }

  private void evict() {
    Iterator<Key> oldest = programs.keySet().iterator();
    while (characters > maxCharacters && oldest.hasNext()) {
      characters -= oldest.next().text().length();
      oldest.remove();
    }
  }
}
