// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera.yaml;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.scanner.ScannerException;

/** What libyaml refuses in literal and folded scalars and SnakeYAML does not. */
final class BlockScalars {

  /** From the indicator, without a number of spaces, to the first line with more than spaces. */
  private static final Pattern TAB_AS_INDENTATION =
      Pattern.compile("[|>][-+]?(?:[ \t]+(?:#[^\r\n]*)?)?(?:\r?\n *)+\t");

  private final CharSequence text;

  /** Where the last scalar began, in code points and in units of the text. */
  private int index;

  private int offset;

  /** Checks the scalars of a text, which come in its order. */
  BlockScalars(CharSequence text) {
    this.text = text;
  }

  /** Refuses a tab where the first line's spaces tell how deep the scalar is. */
  void check(ScalarEvent scalar) {
    if (scalar.getScalarStyle() != ScalarStyle.LITERAL
        && scalar.getScalarStyle() != ScalarStyle.FOLDED) {
      return;
    }
    Mark mark = scalar.getStartMark();
    offset = Character.offsetByCodePoints(text, offset, mark.getIndex() - index);
    index = mark.getIndex();
    int length = scalar.getEndMark().getIndex() - index;
    int end = Character.offsetByCodePoints(text, offset, length);
    Matcher tab = TAB_AS_INDENTATION.matcher(text).region(offset, end);
    if (tab.find() && !isBelowHeader(tab.start())) {
      throw new ScannerException(
          "while scanning a block scalar",
          mark,
          "found a tab character where an indentation space is expected",
          mark);
    }
  }

  /** Whether something of the content only looks like a header. */
  private boolean isBelowHeader(int found) {
    return text.subSequence(offset, found).chars().anyMatch(c -> c == '\n');
  }
}
