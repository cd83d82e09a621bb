// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.bunraku.compiler.LanguageOptions;
import io.bunraku.compiler.LanguageVersion;
import io.bunraku.compiler.syntax.AstDump;
import io.bunraku.compiler.syntax.Issue;
import io.bunraku.compiler.syntax.Source;
import io.bunraku.compiler.syntax.SyntaxException;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts that nobody means well with: whatever comes, a tree or a syntax error goes. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HostileTextTest {

  private static final LanguageOptions OPTIONS = LanguageOptions.defaults(LanguageVersion.PUPPET_8);
  private static final long DEFAULT_STACK = 1 << 20;
  private static final String[] WORDS = {
    "$a",
    "$a::b",
    "a",
    "a::b",
    "A",
    "A::B",
    "1",
    "0x1F",
    "1.5",
    "'s'",
    "\"",
    "\"a${",
    "${",
    "$",
    "}\"",
    "'",
    "{",
    "}",
    "(",
    ")",
    "[",
    "]",
    " [",
    "\n(",
    "=>",
    "+>",
    "=",
    "+=",
    "==",
    "!=",
    "=~",
    "!~",
    "<",
    ">",
    "<|",
    "|>",
    "<<|",
    "|>>",
    "->",
    "~>",
    "<-",
    "<~",
    "|",
    "||",
    ",",
    ";",
    ":",
    "?",
    "? {",
    "*",
    "/",
    "/x/",
    "%",
    "+",
    "-",
    "!",
    ".",
    "@",
    "@@",
    "@(A)",
    "@(\"A\"/)",
    "\n| A\n",
    "\nA\n",
    "if",
    "else",
    "elsif",
    "unless",
    "case",
    "class",
    "define",
    "node",
    "function",
    "type",
    "inherits",
    "default",
    "undef",
    "true",
    "and",
    "or",
    "in",
    "private",
    "include",
    "notice",
    "#",
    "/*",
    "*/",
    "<%",
    "%>",
    "-%>",
    "<%=",
    "<%-",
    "<%#",
    "<%%",
    "\\",
    "\\u{1",
    "\n",
    " ",
    "\t",
    "\r",
    "::",
    "~",
    "^",
    "\0",
    "\u00e9",
    "\ud83d\ude00",
    "\ud800",
    "\ufeff",
    "\u00a0",
    "file {",
    "'a':"
  };

  @RepeatedTest(8)
  void soup(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    for (int i = 0; i < 4000; i++) {
      StringBuilder text = new StringBuilder();
      int length = 1 + random.nextInt(40);
      for (int j = 0; j < length; j++) {
        text.append(WORDS[random.nextInt(WORDS.length)]);
        text.append(random.nextBoolean() ? " " : "");
      }
      assertThat(outcome(text.toString(), random.nextBoolean())).isNotNull();
    }
  }

  @RepeatedTest(2)
  void noise(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    for (int i = 0; i < 4000; i++) {
      char[] text = new char[random.nextInt(60)];
      for (int j = 0; j < text.length; j++) {
        text[j] = (char) (random.nextInt(10) == 0 ? random.nextInt(0x10000) : random.nextInt(128));
      }
      assertThat(outcome(new String(text), random.nextBoolean())).isNotNull();
    }
  }

  /** Returns the dump of the tree, or the error. */
  private static @Nullable String outcome(String text, boolean template) {
    Source source = new Source("hostile.pp", null, text);
    try {
      EvaluatingParser.Checked checked =
          template
              ? EvaluatingParser.parseEpp(source, OPTIONS)
              : EvaluatingParser.parse(source, OPTIONS, FileNamespace.none());
      return AstDump.dump(checked.program());
    } catch (SyntaxException e) {
      return e.getMessage();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      value = {
        "( @ 1 @ )",
        "$x=[ @ 1 @ ]",
        "{a=> @ 1 @ }",
        "! @ 1 @ ' '",
        "'- ' @ 1 @ ' '",
        "$a= @ 1 @ ' '",
        "if true { @ a() @ }",
        "class a { @ $b @ }",
        "f() |$x| { @ $x @ }",
        "case 1 { 1: { @ 1 @ }}",
        "'$a ? a => ' @ 1 @ ' '",
        "\"${ @ 1 @ }\"",
        "A[ @ 1 @ ]",
        "f( @ 1 @ )",
        "$x @ .a @ .a",
        "1 @ +1 @ +1",
        "File[a] @ ->File[a] @ ->File[a]",
        "file @ {a:} @ {a:}",
        "if 1 {} @ elsif 1 {} @ elsif 1 {}"
      })
  void nestingIsBounded(String open, String middle, String close) throws InterruptedException {
    String text = open.repeat(3000) + middle + close.repeat(3000);
    assertThat(codeOnDefaultStack(text)).isEqualTo(Issue.NESTED_TOO_DEEPLY.code());
  }

  /** Returns what became of a text, or null when the thread died. */
  private static @Nullable String codeOnDefaultStack(String text) throws InterruptedException {
    AtomicReference<@Nullable String> code = new AtomicReference<>();
    Runnable parse =
        () -> {
          try {
            outcomeOrThrow(text);
            code.set("parsed");
          } catch (SyntaxException e) {
            code.set(String.valueOf(e.issueCode()));
          }
        };
    Thread thread = new Thread(null, parse, "parser", DEFAULT_STACK);
    thread.start();
    thread.join();
    return code.get();
  }

  private static void outcomeOrThrow(String text) {
    EvaluatingParser.parse(new Source("deep.pp", null, text), OPTIONS, FileNamespace.none());
  }

  @Test
  void whatNestsAHundredTimesIsFine() {
    String text = "if true { ".repeat(100) + "notice((((1))))" + " }".repeat(100);
    assertThat(outcome(text, false)).startsWith("IfExpression");
  }

  @Test
  void aLongFileIsNotDeep() {
    String text = "$a = 1\nFile[a] -> File[b]\nnotice 1, 2\n".repeat(20_000);
    assertThat(outcome(text, false)).startsWith("BlockExpression");
  }

  @ParameterizedTest
  @CsvSource({"(,)", "[,]", "(?:a|,)", "a|,b", "a{2},''", "(a)?,''"})
  void patternsMayNestAsTheyLike(String open, String close) throws InterruptedException {
    String pattern = open.repeat(5000) + close.repeat(5000);
    assertThat(codeOnDefaultStack("$x = /" + pattern + "/")).isIn("parsed", "null");
  }
}
