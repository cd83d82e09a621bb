// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bunraku.compiler.LanguageOptions;
import io.bunraku.compiler.LanguageVersion;
import io.bunraku.compiler.loader.DirectoryEnvironmentLoader;
import io.bunraku.compiler.loader.EnvironmentLoader;
import io.bunraku.compiler.loader.EnvironmentSettings;
import io.bunraku.compiler.loader.ProgramCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileServerTest {

  @TempDir private Path directory;
  private EnvironmentLoader environment;
  private FileServer server;

  @BeforeEach
  void makeModules() throws IOException {
    write("modules/apache/files/a.txt", "hello\n");
    write("modules/apache/files/tree/one.txt", "1");
    write("modules/apache/files/tree/sub/two.txt", "2");
    write("modules/apache/files/tree/.git/config", "x");
    write("modules/apache/lib/facter/same.rb", "apache");
    write("modules/mysql/lib/facter/same.rb", "mysql");
    write("modules/mysql/lib/facter/mysql.rb", "m");
    write("modules/mysql/facts.d/f.txt", "a=b");
    write("custom/c.txt", "c");
    environment =
        DirectoryEnvironmentLoader.load(
            EnvironmentSettings.of(
                "production", directory, LanguageOptions.defaults(LanguageVersion.PUPPET_8)),
            new ProgramCache());
    server =
        new FileServer(new Mounts(Map.of("own", directory.resolve("custom"))), new Checksums());
  }

  private void write(String path, String text) throws IOException {
    Path file = directory.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static MetadataOptions recursive() {
    return new MetadataOptions(
        false, ChecksumType.SHA256, false, true, Integer.MAX_VALUE, 0, List.of(".git"));
  }

  private FileMetadata find(String key) throws Exception {
    return find(key, MetadataOptions.defaults());
  }

  private FileMetadata find(String key, MetadataOptions options) throws Exception {
    return Objects.requireNonNull(server.find(environment, key, options));
  }

  private List<FileMetadata> search(String key, MetadataOptions options) throws Exception {
    return Objects.requireNonNull(server.search(environment, key, options));
  }

  @Test
  void oneFile() throws Exception {
    FileMetadata found = find("modules/apache/a.txt");
    assertThat(found.path()).isEqualTo(directory + "/modules/apache/files/a.txt");
    assertThat(found.relativePath()).isNull();
    assertThat(found.mode()).isEqualTo(0644);
    assertThat(found.type()).isEqualTo("file");
    assertThat(found.checksum())
        .isEqualTo("{sha256}5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03");
    assertThat(found.toMap().keySet())
        .containsExactly(
            "path",
            "relative_path",
            "links",
            "owner",
            "group",
            "mode",
            "checksum",
            "type",
            "destination");
    assertThat(find("own/c.txt")).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "modules/none/a.txt",
        "modules/apache/none",
        "plugins/none",
        "nomount/a",
        "modules"
      })
  void whatIsNotThereIsNull(String key) throws Exception {
    assertThat(server.find(environment, key, MetadataOptions.defaults())).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"modules/apache/../../x", "modules/..", "own/../x", "a b/c", "../modules/a"})
  void pathsThatClimbAreRefused(String key) {
    assertThatThrownBy(() -> find(key)).isInstanceOf(InvalidPathException.class);
    assertThatThrownBy(() -> server.content(environment, key))
        .isInstanceOf(InvalidPathException.class);
  }

  @Test
  void aTreeBeginsWithItsRootAndObeysIgnore() throws Exception {
    List<FileMetadata> found = search("modules/apache/tree", recursive());
    assertThat(found)
        .extracting(FileMetadata::relativePath)
        .containsExactly(".", "one.txt", "sub", "sub/two.txt");
    assertThat(found.getFirst().checksumType()).isEqualTo("ctime");
    assertThat(found.getFirst().checksum()).matches("\\{ctime}\\d{4}-\\d\\d-\\d\\d .* \\+0000");
    assertThat(found)
        .extracting(FileMetadata::path)
        .containsOnly(directory + "/modules/apache/files/tree");
  }

  @Test
  void depthAndNumberAreLimited() throws Exception {
    MetadataOptions shallow =
        new MetadataOptions(false, ChecksumType.MD5, false, true, 1, 0, List.of(".*"));
    assertThat(server.search(environment, "modules/apache/tree", shallow))
        .extracting(FileMetadata::relativePath)
        .containsExactly(".", "one.txt", "sub");
    MetadataOptions few =
        new MetadataOptions(false, ChecksumType.MD5, false, true, 9, 2, List.of());
    assertThatThrownBy(() -> server.search(environment, "modules/apache/tree", few))
        .isInstanceOf(TooManyFilesException.class)
        .hasMessageContaining("exceeds the limit of 2 specified by the max_files parameter");
  }

  @Test
  void pluginsOfAllModulesAreOneAndTheFirstModuleWins() throws Exception {
    List<FileMetadata> found = search("plugins", recursive());
    assertThat(found)
        .extracting(FileMetadata::relativePath)
        .containsExactly(".", "facter", "facter/same.rb", "facter/mysql.rb");
    Path same = server.content(environment, "plugins/facter/same.rb");
    assertThat(same).hasContent("apache");
    assertThat(server.search(environment, "pluginfacts", recursive())).hasSize(2);
  }

  @Test
  void withoutPluginsTheEnvironmentStillExists() throws Exception {
    assertThat(server.search(environment, "locales", recursive()))
        .singleElement()
        .extracting(FileMetadata::relativePath)
        .isEqualTo(".");
  }

  @Test
  void linksAreManagedOrFollowed() throws Exception {
    Path files = directory.resolve("modules/apache/files");
    Files.createSymbolicLink(files.resolve("link"), Path.of("a.txt"));
    Files.createSymbolicLink(files.resolve("gone"), Path.of("nowhere"));
    Files.createSymbolicLink(files.resolve("tree/loop"), Path.of(".."));
    FileMetadata link = find("modules/apache/link");
    assertThat(link.type()).isEqualTo("link");
    assertThat(link.destination()).isEqualTo("a.txt");
    assertThat(link.checksum()).startsWith("{sha256}5891b5");
    assertThat(find("modules/apache/gone").checksum()).isNull();
    MetadataOptions follow =
        new MetadataOptions(true, ChecksumType.SHA1, false, true, Integer.MAX_VALUE, 0, List.of());
    assertThat(find("modules/apache/link", follow).type()).isEqualTo("file");
    assertThat(server.find(environment, "modules/apache/gone", follow)).isNull();
    assertThat(server.search(environment, "modules/apache/tree", follow))
        .extracting(FileMetadata::relativePath)
        .contains("loop/a.txt")
        .doesNotContain("loop/tree/one.txt");
  }

  @Test
  void ownPermissionsOnlyWhenAsked() throws Exception {
    Path file = directory.resolve("modules/apache/files/a.txt");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx--x---"));
    MetadataOptions own =
        new MetadataOptions(false, ChecksumType.NONE, true, false, 0, 0, List.of());
    FileMetadata found = find("modules/apache/a.txt", own);
    assertThat(found.mode()).isEqualTo(0710);
    assertThat(found.checksum()).isEqualTo("{none}");
  }

  @Test
  void aChangedFileHasAnotherChecksum() throws Exception {
    String before = find("modules/apache/a.txt").checksum();
    write("modules/apache/files/a.txt", "other text\n");
    assertThat(find("modules/apache/a.txt").checksum()).isNotEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "md5",
        "md5lite",
        "sha1",
        "sha1lite",
        "sha224",
        "sha256",
        "sha256lite",
        "sha384",
        "sha512",
        "mtime",
        "ctime",
        "none",
        "etag"
      })
  void allChecksumTypes(String name) throws Exception {
    ChecksumType type = ChecksumType.named(name).orElseThrow();
    MetadataOptions options = new MetadataOptions(false, type, false, false, 0, 0, List.of());
    FileMetadata found = find("modules/apache/a.txt", options);
    assertThat(found.checksum()).startsWith("{" + name + "}");
    assertThat(found.checksumType()).isEqualTo(name);
  }

  @Test
  void liteDigestsReadTheFirst512Bytes() throws Exception {
    write("modules/apache/files/long", "x".repeat(512) + "tail");
    MetadataOptions lite =
        new MetadataOptions(false, ChecksumType.MD5LITE, false, false, 0, 0, List.of());
    assertThat(find("modules/apache/long", lite).checksum())
        .isEqualTo(
            "{md5lite}" + Checksums.digest("x".repeat(512).getBytes(UTF_8), ChecksumType.MD5));
  }
}
