// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.link;

import io.bunraku.compiler.function.PuppetFunction;
import io.bunraku.compiler.syntax.Source;
import io.bunraku.compiler.type.PuppetType;
import io.bunraku.compiler.value.PuppetRegexp;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the names in an environment version's code stand for: filled at first use, then shared by
 * all compiles of that version, on any threads. Only what was found is remembered, so that an error
 * is raised anew wherever it is evaluated.
 */
public final class Bindings {

  /** Patterns that code computes are many at times; those written in code are few. */
  private static final int MAX_DYNAMIC_REGEXPS = 1000;

  private final Map<String, PuppetFunction> functions = new ConcurrentHashMap<>();
  private final Map<String, PuppetType> types = new ConcurrentHashMap<>();
  private final Map<String, PuppetRegexp> regexps = new ConcurrentHashMap<>();
  private final Map<String, PuppetRegexp> dynamicRegexps = new ConcurrentHashMap<>();
  private final Map<Source, SiteTable> sites = new ConcurrentHashMap<>();

  /**
   * A function by its name as written.
   *
   * @param find finds it by its full name in lower case, or gives null
   */
  public @Nullable PuppetFunction function(
      String name, Function<String, @Nullable PuppetFunction> find) {
    PuppetFunction known = functions.get(name);
    if (known != null) {
      return known;
    }
    String relative = name.startsWith("::") ? name.substring(2) : name;
    PuppetFunction found = find.apply(relative.toLowerCase(Locale.ROOT));
    if (found != null) {
      functions.put(name, found);
    }
    return found;
  }

  /** A type by a name that was bound, or null. */
  public @Nullable PuppetType type(String name) {
    return types.get(name);
  }

  /**
   * Remembers what a name stands for.
   *
   * @return the type that the name has from now on: that of the first thread that bound it
   */
  public PuppetType bindType(String name, PuppetType type) {
    PuppetType earlier = types.putIfAbsent(name, type);
    return earlier == null ? type : earlier;
  }

  /** Forgets a type that cannot be resolved. */
  public void unbindType(String name) {
    types.remove(name);
  }

  /** A regular expression that code has as a literal. */
  public PuppetRegexp regexp(String pattern) {
    PuppetRegexp known = regexps.get(pattern);
    return known != null ? known : regexps.computeIfAbsent(pattern, PuppetRegexp::new);
  }

  /**
   * A regular expression out of a string that code has computed.
   *
   * @throws io.bunraku.compiler.eval.EvaluationException when it is malformed
   */
  public PuppetRegexp dynamicRegexp(String pattern) {
    PuppetRegexp known = dynamicRegexps.get(pattern);
    if (known != null) {
      return known;
    }
    PuppetRegexp compiled = new PuppetRegexp(pattern).compile();
    if (dynamicRegexps.size() < MAX_DYNAMIC_REGEXPS) {
      dynamicRegexps.put(pattern, compiled);
    }
    return compiled;
  }

  /** What is remembered of a text's nodes. */
  public SiteTable sites(Source source) {
    SiteTable known = sites.get(source);
    return known != null ? known : sites.computeIfAbsent(source, s -> new SiteTable());
  }
}
