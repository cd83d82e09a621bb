// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.syntax;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jcodings.exception.JCodingsException;
import org.jcodings.specific.UTF8Encoding;
import org.joni.Option;
import org.joni.Regex;
import org.joni.Syntax;
import org.joni.WarnCallback;
import org.joni.exception.JOniException;
import org.jspecify.annotations.Nullable;

/** What Ruby takes as a regular expression, which Puppet's lexer finds out at once. */
public final class RegexSyntax {

  /** Deeper than anyone means, and no danger to the stack. */
  private static final int DEEPEST = 200;

  private static final Pattern WRONG_NAME =
      Pattern.compile("(\\(\\?|\\\\[kg])[<']([^>')]*[$\\\\][^>')]*)([>']?)");

  private static final String TOO_DEEP = "too deep nest level over";

  private RegexSyntax() {}

  /** A pattern that Ruby refuses; the message is Ruby's, without the pattern. */
  public static final class MalformedRegexException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedRegexException(@Nullable String message) {
      super(message);
    }
  }

  /** Returns Ruby's message without the pattern, or null when the pattern is valid. */
  static @Nullable String errorIn(String pattern) {
    if (isPlain(pattern)) {
      return null;
    }
    try {
      compile(pattern, UnaryOperator.identity(), Option.NONE);
      return null;
    } catch (MalformedRegexException e) {
      return e.getMessage();
    }
  }

  /**
   * Compiles a pattern.
   *
   * @param pattern as written
   * @param translation takes out what only Ruby's front end knows
   * @param options the engine's
   */
  public static Regex compile(String pattern, UnaryOperator<String> translation, int options)
      throws MalformedRegexException {
    String wrong = isPlain(pattern) ? null : wrongEscape(pattern);
    if (wrong == null && depth(pattern) > DEEPEST) {
      wrong = TOO_DEEP;
    }
    if (wrong != null) {
      throw new MalformedRegexException(wrong);
    }
    byte[] bytes = translation.apply(pattern).getBytes(StandardCharsets.UTF_8);
    try {
      return new Regex(
          bytes, 0, bytes.length, options, UTF8Encoding.INSTANCE, Syntax.RUBY, WarnCallback.NONE);
    } catch (JOniException e) {
      throw new MalformedRegexException(e.getMessage());
    } catch (JCodingsException e) {
      throw new MalformedRegexException(withBraces(String.valueOf(e.getMessage())));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new MalformedRegexException(wrongName(pattern));
    } catch (StackOverflowError e) {
      // joni recurses over long alternatives and chains of quantifiers too, as Onigmo does
      throw new MalformedRegexException(TOO_DEEP);
    }
  }

  /** The engine stumbles over its own message when the name in it has a dollar or a backslash. */
  private static String wrongName(String pattern) {
    Matcher name = WRONG_NAME.matcher(pattern);
    if (!name.find()) {
      return "invalid group name <>";
    }
    return name.group(1).equals("(?") || name.group(3).isEmpty()
        ? "invalid group name <" + name.group(2) + ">"
        : "undefined name <" + name.group(2) + "> reference";
  }

  /** The engine writes the name of a property in angle brackets. */
  private static String withBraces(String message) {
    return message.replaceFirst("<(.*)>$", "{$1}");
  }

  /** Returns the pattern as Ruby shows it. */
  static String escaped(String pattern) {
    return pattern.replace("/", "\\/");
  }

  /** Most patterns have nothing that could be wrong. */
  private static boolean isPlain(String pattern) {
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (!Characters.isWord(c) && "^$.-/:, ".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  private static int depth(String pattern) {
    int depth = 0;
    int deepest = 0;
    for (int i = 0; i < pattern.length(); i++) {
      switch (pattern.charAt(i)) {
        case '\\' -> i++;
        case '(', '[' -> deepest = Math.max(deepest, ++depth);
        case ')', ']' -> depth--;
        default -> {}
      }
    }
    return deepest;
  }

  /** Ruby looks at some escapes before its regular expressions do. */
  private static @Nullable String wrongEscape(String pattern) {
    String wrong = null;
    int at = pattern.indexOf('\\');
    while (at >= 0 && wrong == null) {
      if (at + 1 == pattern.length()) {
        return "too short escape sequence";
      }
      wrong =
          switch (pattern.charAt(at + 1)) {
            case 'x' -> hexadecimal(pattern, at);
            case 'u' -> unicode(pattern, at + 2);
            case 'c' -> at + 2 == pattern.length() ? "too short control escape" : null;
            case 'C' -> hyphened(pattern, at + 2, "too short control escape");
            case 'M' -> hyphened(pattern, at + 2, "too short meta escape");
            default -> null;
          };
      at = pattern.indexOf('\\', at + 2);
    }
    return wrong;
  }

  private static @Nullable String hyphened(String pattern, int at, String otherwise) {
    return pattern.startsWith("-", at) && at + 1 < pattern.length() ? null : otherwise;
  }

  /** Bytes beyond ASCII must make characters, with the bytes around them. */
  private static @Nullable String hexadecimal(String pattern, int start) {
    if (start >= 4 && isHexadecimal(pattern, start - 4) && hexDigits(pattern, start - 2) == 2) {
      return null; // seen with the first byte
    }
    if (hexDigits(pattern, start + 2) == 0) {
      return "invalid hex escape";
    }
    ByteBuffer bytes = ByteBuffer.allocate(pattern.length());
    int at = start;
    while (isHexadecimal(pattern, at)) {
      int end = at + 2 + Math.min(2, hexDigits(pattern, at + 2));
      bytes.put((byte) Integer.parseInt(pattern, at + 2, end, 16));
      at = end;
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(bytes.flip());
      return null;
    } catch (CharacterCodingException e) {
      return "invalid multibyte escape";
    }
  }

  private static boolean isHexadecimal(String pattern, int at) {
    return pattern.startsWith("\\x", at) && hexDigits(pattern, at + 2) > 0;
  }

  private static @Nullable String unicode(String pattern, int start) {
    if (!pattern.startsWith("{", start)) {
      boolean whole = hexDigits(pattern, start) >= 4;
      return whole ? range(pattern, start, start + 4) : "invalid Unicode escape";
    }
    int close = pattern.indexOf('}', start);
    if (close < 0) {
      return "invalid Unicode list";
    }
    String[] codes = pattern.substring(start + 1, close).strip().split("[ \t]+", -1);
    for (String code : codes) {
      if (code.isEmpty() || code.length() > 6 || hexDigits(code, 0) < code.length()) {
        return "invalid Unicode list";
      }
      String wrong = range(code, 0, code.length());
      if (wrong != null) {
        return wrong;
      }
    }
    return null;
  }

  private static @Nullable String range(String text, int start, int end) {
    int code = Integer.parseInt(text, start, end, 16);
    boolean surrogate = code >= 0xd800 && code <= 0xdfff;
    return surrogate || !Character.isValidCodePoint(code) ? "invalid Unicode range" : null;
  }

  private static int hexDigits(String pattern, int start) {
    int end = start;
    while (end < pattern.length() && end - start < 8 && Characters.isHex(pattern.charAt(end))) {
      end++;
    }
    return end - start;
  }
}
