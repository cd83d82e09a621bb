// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bunraku.compiler.LanguageVersion;
import io.bunraku.compiler.loader.ProgramCache;
import io.bunraku.master.config.ConfigLoader;
import io.bunraku.storeconfig.StoreConfigs;
import io.bunraku.storeconfig.StoreOptions;
import io.bunraku.storeconfig.memory.MemoryBackend;
import io.bunraku.storeconfig.memory.MemoryStore;
import io.bunraku.storeconfig.spi.ConflictModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentsTest {

  @TempDir private Path directory;
  private final MemoryStore shared = new MemoryStore(ConflictModel.COMPARE_AND_SET);

  private Environments environments(String codedir, String timeout) throws Exception {
    StoreConfigs store =
        StoreConfigs.over(new MemoryBackend(shared), StoreOptions.of("memory", Map.of(), codedir));
    return new Environments(
        ConfigLoader.load(
            null,
            List.of(
                "codedir=" + directory.resolve(codedir),
                "basemodulepath=" + directory.resolve(codedir).resolve("modules"),
                "environment-timeout=" + timeout)),
        new ProgramCache(),
        new StoredGenerations(store.code(), LanguageVersion.PUPPET_8),
        null);
  }

  private void write(String path, String text) throws IOException {
    Path file = directory.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static EnvironmentVersion pin(Environments environments) throws Exception {
    return Objects.requireNonNull(environments.find("production", true));
  }

  @Test
  void equalFilesAreOneGenerationOnAllMasters() throws Exception {
    for (String codedir : List.of("one", "two")) {
      write(codedir + "/environments/production/manifests/site.pp", "notice(1)");
      write(codedir + "/modules/m/manifests/init.pp", "class m {}");
    }
    EnvironmentVersion one = pin(environments("one", "0"));
    EnvironmentVersion two = pin(environments("two", "0"));
    assertThat(one.codeId()).isEqualTo(two.codeId());
    assertThat(one.generation()).isEqualTo(two.generation()).isEqualTo(1);
  }

  @Test
  void aChangeIsTheNextGenerationAndTheWayBackIsStale() throws Exception {
    write("c/environments/production/manifests/site.pp", "notice(1)");
    Environments environments = environments("c", "0");
    EnvironmentVersion first = pin(environments);
    assertThat(pin(environments).loader()).isSameAs(first.loader());
    write("c/environments/production/modules/a/manifests/init.pp", "class a {}");
    EnvironmentVersion second = pin(environments);
    assertThat(second.generation()).isEqualTo(2);
    Files.delete(directory.resolve("c/environments/production/modules/a/manifests/init.pp"));
    EnvironmentVersion back = pin(environments);
    assertThat(back.codeId()).isEqualTo(first.codeId());
    assertThat(back.generation()).isEqualTo(1);
  }

  @Test
  void modulesOutsideTheEnvironmentCount() throws Exception {
    write("c/environments/production/manifests/site.pp", "notice(1)");
    write("c/modules/m/manifests/init.pp", "class m {}");
    Environments environments = environments("c", "0");
    String before = pin(environments).codeId();
    write("c/modules/m/manifests/init.pp", "class m { notice(2) }");
    assertThat(pin(environments).codeId()).isNotEqualTo(before);
  }

  @Test
  void timesAndVersionControlDoNotCount() throws Exception {
    write("c/environments/production/manifests/site.pp", "notice(1)");
    Environments environments = environments("c", "0");
    String before = pin(environments).codeId();
    write("c/environments/production/.git/HEAD", "x");
    Files.setLastModifiedTime(
        directory.resolve("c/environments/production/manifests/site.pp"), FileTime.fromMillis(1));
    assertThat(pin(environments).codeId()).isEqualTo(before);
  }

  @Test
  void unlimitedLooksOnceUntilItIsFlushed() throws Exception {
    write("c/environments/production/manifests/site.pp", "notice(1)");
    Environments environments = environments("c", "unlimited");
    EnvironmentVersion before = pin(environments);
    write("c/environments/production/manifests/site.pp", "notice(22)");
    assertThat(pin(environments)).isEqualTo(before);
    environments.flush();
    assertThat(pin(environments).codeId()).isNotEqualTo(before.codeId());
  }

  @Test
  void whoKeepsNothingNeedsNoHash() throws Exception {
    write("c/environments/production/manifests/site.pp", "notice(1)");
    EnvironmentVersion version =
        Objects.requireNonNull(environments("c", "0").find("production", false));
    assertThat(version.codeId()).isNull();
    assertThat(version.generation()).isZero();
  }

  @Test
  void configVersionIsWhatItsCommandPrints() throws Exception {
    write("c/environments/production/environment.conf", "config_version = /bin/echo 1.2.3\n");
    assertThat(pin(environments("c", "0")).configVersion()).isEqualTo("1.2.3");
    write("d/environments/production/environment.conf", "config_version = /bin/false\n");
    assertThatThrownBy(() -> pin(environments("d", "0")))
        .isInstanceOf(EnvironmentException.class)
        .hasMessageStartingWith("Execution of config_version command `/bin/false` failed:");
  }

  @Test
  void namesAreDirectoriesWithValidNames() throws Exception {
    write("c/environments/production/x", "");
    write("c/environments/test_1/x", "");
    write("c/environments/not-valid/x", "");
    write("c/environments/file", "");
    Environments environments = environments("c", "0");
    assertThat(environments.names()).containsExactly("production", "test_1");
    assertThat(environments.find("nope", true)).isNull();
    assertThat(environments.find("../c", true)).isNull();
    assertThat(environments.files("nope")).isNull();
  }
}
