// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.value;

import io.bunraku.compiler.eval.EvaluationException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads ranges in the syntax of npm that Puppet uses: comparators, x, tilde, caret, hyphen, or. */
final class VersionRangeParser {

  private static final String NUMBER = "(?:x|X|\\*|0|[1-9][0-9]*)";
  private static final String PARTS = "[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*";
  private static final String PARTIAL =
      NUMBER
          + "(?:\\."
          + NUMBER
          + "(?:\\."
          + NUMBER
          + "(?:-"
          + PARTS
          + ")?(?:\\+"
          + PARTS
          + ")?)?)?";
  private static final Pattern HYPHEN =
      Pattern.compile("(" + PARTIAL + ")\\s+-\\s+(" + PARTIAL + ")");
  private static final Pattern SIMPLE = Pattern.compile("([<>=~^]|<=|>=|~>|~=)?(" + PARTIAL + ")");
  private static final Pattern FIELDS =
      Pattern.compile(
          "("
              + NUMBER
              + ")(?:\\.("
              + NUMBER
              + ")(?:\\.("
              + NUMBER
              + ")(?:-("
              + PARTS
              + "))?(?:\\+("
              + PARTS
              + "))?)?)?");
  private static final Pattern LOOSE_OPERATOR = Pattern.compile("([><=~^])(?:\\s+|\\s*v)");

  private final String text;

  VersionRangeParser(String text) {
    this.text = text;
  }

  List<VersionInterval> parse() {
    List<VersionInterval> intervals = new ArrayList<>();
    String tight = LOOSE_OPERATOR.matcher(text).replaceAll("$1");
    if (tight.isEmpty()) {
      return List.of(VersionInterval.ALL);
    }
    for (String alternative : tight.split("\\s*\\|\\|\\s*", -1)) {
      VersionInterval interval = parseAlternative(alternative);
      if (interval != null && !intervals.contains(interval)) {
        intervals.add(interval);
      }
    }
    return intervals;
  }

  private @Nullable VersionInterval parseAlternative(String alternative) {
    Matcher hyphen = HYPHEN.matcher(alternative);
    if (hyphen.matches()) {
      return VersionInterval.from(version(fields(hyphen.group(1))))
          .intersection(VersionInterval.to(version(fields(hyphen.group(2)))));
    }
    VersionInterval result = null;
    for (String simple : alternative.split("\\s+", -1)) {
      Matcher matcher = SIMPLE.matcher(simple);
      if (!matcher.matches()) {
        throw new EvaluationException("Unparsable version range: \"" + text + "\"");
      }
      String operator = matcher.group(1) == null ? "" : matcher.group(1);
      VersionInterval interval = parseSimple(operator, fields(matcher.group(2)));
      result = result == null ? interval : result.intersection(interval);
      if (result == null) {
        return null;
      }
    }
    return result;
  }

  private static Matcher fields(String partial) {
    Matcher matcher = FIELDS.matcher(partial);
    if (!matcher.matches()) {
      throw new EvaluationException("Unparsable version range: \"" + partial + "\"");
    }
    return matcher;
  }

  private static VersionInterval parseSimple(String operator, Matcher fields) {
    return switch (operator) {
      case "~", "~>", "~=" -> patchUpdates(fields, true);
      case "^" -> {
        BigInteger major = number(fields, 1);
        yield major != null && major.signum() == 0
            ? patchUpdates(fields, true)
            : minorUpdates(fields);
      }
      case ">" -> greater(fields);
      case ">=" -> VersionInterval.from(version(fields));
      case "<" -> VersionInterval.before(version(fields));
      case "<=" -> lessOrEqual(fields);
      default -> patchUpdates(fields, false);
    };
  }

  private static VersionInterval patchUpdates(Matcher fields, boolean updates) {
    BigInteger major = number(fields, 1);
    if (major == null) {
      return VersionInterval.ALL;
    }
    BigInteger minor = number(fields, 2);
    if (minor == null) {
      return VersionInterval.between(
          release(major, BigInteger.ZERO), release(major.add(BigInteger.ONE), BigInteger.ZERO));
    }
    SemVer next = release(major, minor.add(BigInteger.ONE));
    if (number(fields, 3) == null) {
      return VersionInterval.between(release(major, minor), next);
    }
    SemVer version = version(fields);
    return updates ? VersionInterval.between(version, next) : VersionInterval.exactly(version);
  }

  private static VersionInterval minorUpdates(Matcher fields) {
    BigInteger major = number(fields, 1);
    if (major == null) {
      return VersionInterval.ALL;
    }
    return VersionInterval.between(
        version(fields), release(major.add(BigInteger.ONE), BigInteger.ZERO));
  }

  private static VersionInterval greater(Matcher fields) {
    BigInteger major = number(fields, 1);
    if (major == null) {
      return VersionInterval.NOTHING;
    }
    BigInteger minor = number(fields, 2);
    if (minor == null) {
      return VersionInterval.from(release(major.add(BigInteger.ONE), BigInteger.ZERO));
    }
    return number(fields, 3) == null
        ? VersionInterval.from(release(major, minor.add(BigInteger.ONE)))
        : VersionInterval.after(version(fields));
  }

  private static VersionInterval lessOrEqual(Matcher fields) {
    BigInteger major = number(fields, 1);
    if (major == null) {
      return VersionInterval.ALL;
    }
    BigInteger minor = number(fields, 2);
    if (minor == null) {
      return VersionInterval.before(release(major.add(BigInteger.ONE), BigInteger.ZERO));
    }
    return number(fields, 3) == null
        ? VersionInterval.before(release(major, minor.add(BigInteger.ONE)))
        : VersionInterval.to(version(fields));
  }

  private static SemVer version(Matcher fields) {
    BigInteger major = number(fields, 1);
    BigInteger minor = number(fields, 2);
    BigInteger patch = number(fields, 3);
    return new SemVer(
        major == null ? BigInteger.ZERO : major,
        minor == null ? BigInteger.ZERO : minor,
        patch == null ? BigInteger.ZERO : patch,
        fields.group(4) == null ? List.of() : SemVer.parsePrerelease(fields.group(4)),
        fields.group(5) == null ? List.of() : List.of(fields.group(5).split("\\.", -1)));
  }

  private static SemVer release(BigInteger major, BigInteger minor) {
    return new SemVer(major, minor, BigInteger.ZERO);
  }

  private static @Nullable BigInteger number(Matcher fields, int group) {
    String digits = fields.group(group);
    return digits == null || "xX*".contains(digits) ? null : new BigInteger(digits);
  }
}
