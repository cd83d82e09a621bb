// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigException;
import io.bunraku.compiler.loader.VersionFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data has no way out of its file. */
final class DataLimitsTest {

  @TempDir private Path directory;

  @Test
  void includesOfHoconAreEmpty() throws Exception {
    Path other = Files.writeString(directory.resolve("other.conf"), "b: 2");
    List<String> ways =
        List.of(
            "\"" + other + "\"",
            "file(\"" + other + "\")",
            "url(\"" + other.toUri() + "\")",
            "classpath(\"reference.conf\")",
            "required(file(\"" + other + "\"))");
    for (String way : ways) {
      assertThat(HoconReader.read("a: 1\ninclude " + way)).as(way).isEqualTo(Map.of("a", 1L));
    }
  }

  @Test
  void theEnvironmentOfTheProcessIsNotSeenInHocon() {
    assertThat(HoconReader.read("a: x${?PATH}")).isEqualTo(Map.of("a", "x"));
    assertThatThrownBy(() -> HoconReader.read("a: ${PATH}")).isInstanceOf(ConfigException.class);
  }

  @Test
  void otherEncryptorsThanPkcs7AreNotThere() {
    assertThatThrownBy(() ->
            new EyamlDecryptor(new VersionFiles(List.of(directory)))
                .decrypt("ENC[GPG,abc]", Map.of()))
        .hasMessage("cannot load such file -- hiera/backend/eyaml/encryptors/gpg");
  }
}
