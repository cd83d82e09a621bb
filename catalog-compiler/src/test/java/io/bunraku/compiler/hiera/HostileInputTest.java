// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Timeout;

/** Texts that were whole once, with pieces cut, doubled, swapped and replaced. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HostileInputTest {

  private static final String[] WHOLE = {
    "class a(Integer $x = 1, *$y) inherits b { file { '/x': ensure => $x ? { /a/ => \"${x[0]}\", "
        + "default => @(E/L) }\n  text\n  | E\n } File <| tag == 'a' |> -> Notify['b'] }\n"
        + "node /x/ { [1,2].each |$i| { notice(\"a${i}b\") } }",
    "<%- | Integer $a = 1 | -%>\n<% if $a { %>x<%= $a %><% } -%>\n<%# no %> <%% end",
    "a: &x {b: [1, 2.5, ~], <<: *y}\nc: |2-\n   text\n  more\nd: >+\n folded\n\ne: !ruby/sym f\n"
        + "? [k]\n: 2001-12-14 21:59:43.10 -5\n'q''x': \"\\x41\\u263a\"\n--- second\n...",
    "a { b = 1, c = [1, 2, ${a.b}], d = ${?HOME}x } \n include \"y\"\n \"q.r\" : \"\"\"m\"\"\" \n f = 10 ms",
    "{\"node\":\"a.b\",\"environment\":\"e\",\"values\":{\"os\":[1,2.5,true,null,\"\\u00e9\"]},"
        + "\"produced\":1,\"producer\":\"m\"}",
    "^(?<a>\\p{Alpha}+|[[:digit:]&&[^3]])\\k<a>\\x41\\u{e9 65}\\u00e9(?i-m:b{2,3}?)\\C-a\\M-b(?=c)"
  };

  @RepeatedTest(HostileInput.READERS)
  void mutants_areReadOrRefused(RepetitionInfo repetition) {
    int reader = repetition.getCurrentRepetition() - 1;
    Random random = new Random(reader);
    for (int i = 0; i < 3000; i++) {
      byte[] mutant = mutant(WHOLE[reader].getBytes(StandardCharsets.UTF_8), random);
      assertThatCode(() -> HostileInput.read(reader, mutant))
          .as("%s", new String(mutant, StandardCharsets.UTF_8))
          .doesNotThrowAnyException();
    }
  }

  private static byte[] mutant(byte[] whole, Random random) {
    byte[] bytes = whole;
    for (int n = random.nextInt(6); n >= 0; n--) {
      int from = random.nextInt(bytes.length);
      int to = Math.min(bytes.length, from + random.nextInt(12));
      int place = random.nextInt(bytes.length);
      bytes =
          switch (random.nextInt(4)) {
            case 0 -> spliced(bytes, from, to, new byte[0]);
            case 1 -> spliced(bytes, place, place, java.util.Arrays.copyOfRange(bytes, from, to));
            case 2 ->
                spliced(
                    bytes,
                    from,
                    to,
                    "\"'{}[]()$\\|@<>%&*!:,-\n"
                        .substring(place % 20, place % 20 + 1)
                        .getBytes(StandardCharsets.UTF_8));
            default ->
                spliced(
                    bytes,
                    from,
                    Math.min(bytes.length, from + 1),
                    new byte[] {(byte) random.nextInt(256)});
          };
      bytes = bytes.length == 0 ? whole : bytes;
    }
    return bytes;
  }

  private static byte[] spliced(byte[] bytes, int from, int to, byte[] piece) {
    byte[] result = new byte[from + piece.length + bytes.length - to];
    System.arraycopy(bytes, 0, result, 0, from);
    System.arraycopy(piece, 0, result, from, piece.length);
    System.arraycopy(bytes, to, result, from + piece.length, bytes.length - to);
    return result;
  }
}
