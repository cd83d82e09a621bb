// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.loader;

import io.bunraku.compiler.LanguageOptions;
import io.bunraku.compiler.check.EvaluatingParser;
import io.bunraku.compiler.check.EvaluatingParser.Checked;
import io.bunraku.compiler.check.FileNamespace;
import io.bunraku.compiler.hiera.HieraFiles;
import io.bunraku.compiler.syntax.Source;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Parsed and checked files, shared by all environments and versions of a master: what they are
 * depends on the text, the path that it shows and the language, on nothing else. Safe for threads.
 * A text with errors is not kept, so its error is raised each time.
 */
public final class ProgramCache {

  private static final long MAX_SINGLE = 1024 * 1024;
  private static final long MAX_CHARACTERS = 64L * 1024 * 1024;

  /** The namespace is null for a template. */
  private record Key(
      @Nullable FileNamespace namespace,
      @Nullable String logicalPath,
      LanguageOptions options,
      String text) {}

  private final TextCache<Key, Checked> programs = new TextCache<>(MAX_SINGLE, MAX_CHARACTERS);
  private final HieraFiles hieraFiles = new HieraFiles();
  private final LongAdder parsed = new LongAdder();

  /** Creates an empty cache. */
  public ProgramCache() {}

  /** The data files of Hiera, which are shared just as far. */
  HieraFiles hieraFiles() {
    return hieraFiles;
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
    FileNamespace namespace = key.namespace();
    return programs.get(
        key,
        key.text().length(),
        () -> {
          parsed.increment();
          return namespace == null
              ? EvaluatingParser.parseEpp(source, key.options())
              : EvaluatingParser.parse(source, key.options(), namespace);
        });
  }

  /** How many texts have been parsed so far: equal ones count once, as long as they are kept. */
  public long parsed() {
    return parsed.sum();
  }
}
