// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.loader;

import io.bunraku.compiler.LanguageOptions;
import io.bunraku.compiler.check.EvaluatingParser;
import io.bunraku.compiler.check.EvaluatingParser.Checked;
import io.bunraku.compiler.check.FileNamespace;
import io.bunraku.compiler.syntax.Source;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Parsed and checked files, shared by all environments and versions of a master: what they are
 * depends on the text, the path that it shows and the language, on nothing else. Safe for threads.
 * A text with errors is not kept, so its error is raised each time. What was used least recently
 * goes first when the texts together pass a bound.
 */
public final class ProgramCache {

  private static final long DEFAULT_CHARACTERS = 64L * 1024 * 1024;

  /** The namespace is null for a template. */
  private record Key(
      @Nullable FileNamespace namespace,
      @Nullable String logicalPath,
      LanguageOptions options,
      String text) {}

  private final long maxCharacters;
  private final Map<Key, Checked> programs = new LinkedHashMap<>(256, 0.75f, true);
  private long characters;

  /** Creates an empty cache. */
  public ProgramCache() {
    this(DEFAULT_CHARACTERS);
  }

  ProgramCache(long maxCharacters) {
    this.maxCharacters = maxCharacters;
  }

  /**
   * The tree of a manifest.
   *
   * @throws io.bunraku.compiler.syntax.SyntaxException with all errors found
   */
  Checked manifest(Source source, LanguageOptions options, FileNamespace namespace) {
    return checked(new Key(namespace, source.logicalPath(), options, source.text()), source);
  }

  /**
   * The tree of an EPP template.
   *
   * @throws io.bunraku.compiler.syntax.SyntaxException with all errors found
   */
  Checked template(Source source, LanguageOptions options) {
    return checked(new Key(null, source.logicalPath(), options, source.text()), source);
  }

  private Checked checked(Key key, Source source) {
    synchronized (programs) {
      Checked known = programs.get(key);
      if (known != null) {
        return known;
      }
    }
    FileNamespace namespace = key.namespace();
    Checked checked =
        namespace == null
            ? EvaluatingParser.parseEpp(source, key.options())
            : EvaluatingParser.parse(source, key.options(), namespace);
    synchronized (programs) {
      Checked raced = programs.putIfAbsent(key, checked);
      if (raced != null) {
        return raced;
      }
      characters += key.text().length();
      evict();
      return checked;
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
