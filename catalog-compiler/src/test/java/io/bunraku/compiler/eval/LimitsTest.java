// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

import static org.assertj.core.api.Assertions.assertThat;

import io.bunraku.compiler.LanguageOptions;
import io.bunraku.compiler.LanguageVersion;
import io.bunraku.compiler.syntax.Literal;
import io.bunraku.compiler.syntax.Source;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class LimitsTest {

  private static final Duration AGES = Duration.ofHours(1);
  private static final String MANY_CALLS =
      "function fib($n) { if $n < 2 { $n } else { fib($n - 1) + fib($n - 2) } }\nfib(25)";
  private static final long STACK_BYTES = 64L << 20;

  @Test
  void endlessRecursionOfAFunctionIsAnErrorOfPuppet() throws InterruptedException {
    assertThat(run("function f($n) { 1 + f($n) }\nf(1)", Limits.DEFAULT))
        .isEqualTo("stack level too deep");
  }

  @Test
  void endlessRecursionThroughLambdasIsAnErrorOfPuppet() throws InterruptedException {
    assertThat(run("function f($n) { [1].each |$x| { f($x) } }\nf(1)", Limits.DEFAULT))
        .isEqualTo("stack level too deep");
  }

  @Test
  void deeplyNestedExpressionsOfManyCallsAreBounded() throws InterruptedException {
    String nested = "if true { [[[[[[((((f($n)))))]]]]]] }";
    assertThat(run("function f($n) { " + nested + " }\nf(1)", Limits.DEFAULT))
        .isEqualTo("stack level too deep");
  }

  @Test
  void recursionOfAThousandCallsIsLegal() throws InterruptedException {
    String sum = "function f($n) { if $n == 0 { 0 } else { 1 + f($n - 1) } }\nf(1000)";
    assertThat(run(sum, Limits.DEFAULT)).isEqualTo("1000");
  }

  @Test
  void theNumberOfStepsIsBounded() throws InterruptedException {
    assertThat(failure(MANY_CALLS, new Limits(100, 1000, 100_000, AGES)))
        .contains("execution expired");
  }

  @Test
  void theTimeIsBounded() throws InterruptedException {
    assertThat(failure(MANY_CALLS, new Limits(100, 1000, Long.MAX_VALUE, Duration.ZERO)))
        .contains("execution expired");
  }

  @Test
  void aSearchInAllIntegersIsBounded() throws InterruptedException {
    assertThat(failure("Integer[0, 9000000000000000000].index('x')", Limits.DEFAULT))
        .contains("execution expired");
  }

  @Test
  void anArrayThatDoublesEndsBeforeTheHeapDoes() throws InterruptedException {
    String doubling = "function f($a) { f($a + $a) }\nf([1, 2, 3, 4])";
    assertThat(failure(doubling, Limits.DEFAULT)).contains("failed to allocate memory");
  }

  @Test
  void aStringThatDoublesEndsBeforeTheHeapDoes() throws InterruptedException {
    String doubling = "function f($a) { f(\"${a}${a}\") }\nf('four')";
    assertThat(failure(doubling, Limits.DEFAULT)).contains("failed to allocate memory");
  }

  @Test
  void aFullHeapEndsTheCompileThatFilledIt() {
    Heap heap = new Heap();
    Budget greedy = new Budget(Limits.DEFAULT, System::nanoTime, heap);
    heap.allocated += 200;
    Budget modest = new Budget(Limits.DEFAULT, System::nanoTime, heap);
    assertThat(endsEarly(greedy)).as("the heap is not full").isFalse();
    heap.isShort = true;
    assertThat(endsEarly(greedy)).isTrue();
    assertThat(endsEarly(modest)).isFalse();
  }

  private static boolean endsEarly(Budget budget) {
    LanguageOptions options = LanguageOptions.defaults(LanguageVersion.PUPPET_8);
    Scope scope = new Evaluation(options, Limits.DEFAULT).topScope(new Source(null, null, ""));
    Literal node = new Literal.LiteralUndef(0, 0);
    try {
      for (int i = 0; i < 10_000; i++) {
        budget.descend(node, scope);
        budget.ascend();
      }
      return false;
    } catch (EvaluationException e) {
      assertThat(e).hasMessageContaining("failed to allocate memory");
      return true;
    }
  }

  /** A heap of 800 bytes. */
  private static final class Heap implements Memory {
    private boolean isShort;
    private long allocated;

    @Override
    public boolean isShort() {
      return isShort;
    }

    @Override
    public long allocated() {
      return allocated;
    }

    @Override
    public long limit() {
      return 800;
    }
  }

  private static String failure(String text, Limits limits) throws InterruptedException {
    String result = run(text, limits);
    assertThat(result).startsWith("Evaluation Error: ");
    return result;
  }

  private static String run(String text, Limits limits) throws InterruptedException {
    AtomicReference<String> result = new AtomicReference<>("nothing");
    Thread thread =
        new Thread(null, () -> result.set(evaluate(text, limits)), "compile", STACK_BYTES);
    thread.start();
    thread.join();
    return result.get();
  }

  private static String evaluate(String text, Limits limits) {
    LanguageOptions options = LanguageOptions.defaults(LanguageVersion.PUPPET_8);
    try {
      return Dump.of(new Evaluation(options, limits).evaluate(text));
    } catch (EvaluationException e) {
      return e.fullMessage();
    } catch (StackOverflowError e) {
      return String.valueOf(e.getMessage());
    }
  }
}
