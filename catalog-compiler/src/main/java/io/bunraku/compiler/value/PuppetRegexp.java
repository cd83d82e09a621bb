// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.value;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.syntax.RegexSyntax;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import org.joni.Matcher;
import org.joni.NameEntry;
import org.joni.Option;
import org.joni.Regex;
import org.joni.Region;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression with Ruby's syntax and meaning. It is compiled at its first use and matches
 * on UTF-8 bytes; strings of ASCII need no translation of positions.
 */
public final class PuppetRegexp {

  /** Ruby's flag {@code i}. */
  public static final int IGNORECASE = 1;

  /** Ruby's flag {@code x}. */
  public static final int EXTENDED = 2;

  /** Ruby's flag {@code m}: the dot matches line ends too. */
  public static final int MULTILINE = 4;

  private static final int ALL = IGNORECASE | EXTENDED | MULTILINE;

  /** In the order in which Ruby writes them. */
  private static final String FLAGS = "mix";

  /** Of no flag and of each of {@link #FLAGS}. */
  private static final int[] FLAG_BITS = {0, MULTILINE, IGNORECASE, EXTENDED};

  private final String source;
  private final int options;
  private volatile @Nullable Regex compiled;

  /** An expression without flags. */
  public PuppetRegexp(String source) {
    this(source, 0);
  }

  /** An expression with some of the flags above. */
  public PuppetRegexp(String source, int options) {
    this.source = source;
    this.options = options;
  }

  /** Ruby's {@code Regexp.escape}. */
  public static String escape(String text) {
    return RegexpSource.escape(text);
  }

  /** The expression as written, without delimiters and flags. */
  public String source() {
    return source;
  }

  /** The flags. */
  public int options() {
    return options;
  }

  /**
   * Compiles the expression now.
   *
   * @return this
   * @throws EvaluationException with Ruby's message if it is malformed
   */
  public PuppetRegexp compile() {
    regex();
    return this;
  }

  /** Finds the first occurrence in a string, or null. */
  public @Nullable RegexpMatch match(String subject) {
    return match(subject, 0);
  }

  /**
   * Finds the first occurrence at or after a position.
   *
   * @param subject the string
   * @param from a position in UTF-16 units
   * @return the match or null
   */
  public @Nullable RegexpMatch match(String subject, int from) {
    byte[] bytes = subject.getBytes(StandardCharsets.UTF_8);
    boolean ascii = bytes.length == subject.length();
    int start = ascii ? from : utf8Length(subject, from);
    Matcher matcher = regex().matcher(bytes);
    if (matcher.search(start, bytes.length, Option.NONE) < 0) {
      return null;
    }
    return region(subject, bytes, matcher, ascii);
  }

  /** Whether the expression occurs in a string. */
  public boolean isMatch(String subject) {
    byte[] bytes = subject.getBytes(StandardCharsets.UTF_8);
    return regex().matcherNoRegion(bytes).search(0, bytes.length, Option.NONE) >= 0;
  }

  /**
   * The number of a named group in a match: of several with that name the last one that took part.
   *
   * @return the number, or -1 when no group has the name
   */
  public int groupNumber(String name, RegexpMatch match) {
    int found = -1;
    Iterator<NameEntry> entries = regex().namedBackrefIterator();
    while (entries.hasNext()) {
      NameEntry entry = entries.next();
      byte[] bytes = Arrays.copyOfRange(entry.name, entry.nameP, entry.nameEnd);
      if (new String(bytes, StandardCharsets.UTF_8).equals(name)) {
        for (int number : entry.getBackRefs()) {
          found = found < 0 || match.start(number) >= 0 ? number : found;
        }
      }
    }
    return found;
  }

  /** Whether any group has a name; others then take part in no match. */
  public boolean hasNamedGroups() {
    return regex().numberOfNames() > 0;
  }

  private static int utf8Length(String subject, int units) {
    return subject.substring(0, units).getBytes(StandardCharsets.UTF_8).length;
  }

  private static RegexpMatch region(String subject, byte[] bytes, Matcher matcher, boolean ascii) {
    Region region = matcher.getEagerRegion();
    int count = region.getNumRegs();
    int[] begin = new int[count];
    int[] end = new int[count];
    for (int i = 0; i < count; i++) {
      begin[i] = ascii ? region.getBeg(i) : units(bytes, region.getBeg(i));
      end[i] = ascii ? region.getEnd(i) : units(bytes, region.getEnd(i));
    }
    return new RegexpMatch(subject, begin, end);
  }

  private static int units(byte[] bytes, int offset) {
    if (offset < 0) {
      return -1;
    }
    int units = 0;
    for (int i = 0; i < offset; i++) {
      int b = bytes[i] & 0xff;
      if ((b & 0xc0) != 0x80) {
        units += b >= 0xf0 ? 2 : 1;
      }
    }
    return units;
  }

  private Regex regex() {
    Regex regex = compiled;
    if (regex == null) {
      try {
        regex = RegexSyntax.compile(source, RegexpSource::toJoni, options);
      } catch (RegexSyntax.MalformedRegexException e) {
        throw new EvaluationException(
            e.getMessage() + ": /" + RegexpSource.shown(source) + "/" + flags());
      }
      compiled = regex;
    }
    return regex;
  }

  /**
   * The expression as a pattern that holds its flags: {@code (?i-mx:source)} if there are any. That
   * its encoding is fixed, as by a character beyond ASCII, is a flag of Ruby's too.
   */
  public String pattern() {
    if (isPlain()) {
      return source;
    }
    StringBuilder text = new StringBuilder("(?");
    appendFlags(text, options, "imx");
    if (options != ALL) {
      text.append('-');
      appendFlags(text, ~options, "imx");
    }
    return text.append(':').append(source).append(')').toString();
  }

  private boolean isPlain() {
    return options == 0 && source.chars().allMatch(c -> c < 0x80);
  }

  /** As written in a manifest, between slashes. */
  public String inspect() {
    return "/" + (isPlain() ? RegexpSource.escapeSlashes(source) : toString()) + "/";
  }

  /** Ruby's {@code Regexp#inspect}. */
  public String rubyInspect() {
    return "/" + RegexpSource.escapeSlashes(source) + "/" + flags();
  }

  /** Ruby's {@code Regexp#to_s}: always with all flags. */
  @Override
  public String toString() {
    PuppetRegexp inner = unwrapped();
    StringBuilder text = new StringBuilder("(?");
    appendFlags(text, inner.options, FLAGS);
    if (inner.options != ALL) {
      text.append('-');
      appendFlags(text, ~inner.options, FLAGS);
    }
    return text.append(':').append(RegexpSource.escapeSlashes(inner.source)).append(')').toString();
  }

  /** An expression that is one group with flags, {@code (?i:a)}, as that with the flags itself. */
  private PuppetRegexp unwrapped() {
    if (!source.startsWith("(?") || !source.endsWith(")")) {
      return this;
    }
    int flags = options;
    boolean on = true;
    int i = 2;
    while ("mix-".indexOf(source.charAt(i)) >= 0 && (on || source.charAt(i) != '-')) {
      int flag = FLAG_BITS[FLAGS.indexOf(source.charAt(i)) + 1];
      flags = on ? flags | flag : flags & ~flag;
      on &= flag != 0;
      i++;
    }
    if (source.charAt(i) != ':') {
      return this;
    }
    PuppetRegexp inner = new PuppetRegexp(source.substring(i + 1, source.length() - 1), flags);
    try {
      return inner.compile();
    } catch (EvaluationException e) {
      return this; // the last parenthesis closes another group
    }
  }

  private String flags() {
    StringBuilder text = new StringBuilder();
    appendFlags(text, options, FLAGS);
    return text.toString();
  }

  private static void appendFlags(StringBuilder text, int flags, String order) {
    for (int i = 0; i < order.length(); i++) {
      char letter = order.charAt(i);
      if ((flags & FLAG_BITS[FLAGS.indexOf(letter) + 1]) != 0) {
        text.append(letter);
      }
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PuppetRegexp regexp
        && source.equals(regexp.source)
        && options == regexp.options;
  }

  @Override
  public int hashCode() {
    return source.hashCode() * 31 + options;
  }
}
