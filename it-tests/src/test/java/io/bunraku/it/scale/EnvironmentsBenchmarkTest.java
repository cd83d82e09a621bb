// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sharing between environments, and that the measurement itself works. */
class EnvironmentsBenchmarkTest {

  @Test
  void whatEnvironmentsShareIsParsedOnce(@TempDir Path directory) throws Exception {
    var bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    long parsed = new EnvironmentsBenchmark(out, directory, 30, 4).run();
    assertThat(parsed).isEqualTo(4 * 3 + 30);
    assertThat(bytes.toString(StandardCharsets.UTF_8)).contains("30 environments: median of");
  }
}
