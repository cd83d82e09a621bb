// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileBucketTest {

  private static final String SUM =
      "5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03";

  @TempDir private Path directory;

  @Test
  void whatIsStoredIsFoundBySumAndPath() throws Exception {
    FileBucket bucket = new FileBucket(directory);
    bucket.store("sha256/" + SUM + "/etc/motd", "hello\n".getBytes(UTF_8));
    assertThat(bucket.find("sha256/" + SUM)).hasContent("hello\n");
    assertThat(bucket.find("sha256/" + SUM + "/etc/motd")).hasContent("hello\n");
    assertThat(bucket.find("sha256/" + SUM + "/etc/other")).isNull();
    assertThat(directory.resolve("5/8/9/1/b/5/b/5").resolve(SUM).resolve("paths"))
        .hasContent("etc/motd\n");
  }

  @Test
  void theContentDecidesUnderWhichSum() throws Exception {
    FileBucket bucket = new FileBucket(directory);
    bucket.store("sha256/" + "0".repeat(64), "hello\n".getBytes(UTF_8));
    assertThat(bucket.find("sha256/" + "0".repeat(64))).isNull();
    assertThat(bucket.find("sha256/" + SUM)).isNotNull();
  }

  @Test
  void keysThatAreNoneAreRefused() {
    FileBucket bucket = new FileBucket(directory);
    assertThatThrownBy(() -> bucket.find("md5/" + "0".repeat(32)))
        .hasMessage("Unsupported checksum type \"md5\"");
    assertThatThrownBy(() -> bucket.find("sha256/../../x"))
        .isInstanceOf(InvalidPathException.class);
    assertThatThrownBy(() -> bucket.find("sha256")).isInstanceOf(InvalidPathException.class);
  }
}
