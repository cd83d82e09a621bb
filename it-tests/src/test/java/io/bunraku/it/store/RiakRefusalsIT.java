// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bunraku.storeconfig.riak.RiakBackendProvider;
import io.bunraku.storeconfig.spi.Health;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.StoreBackend;
import io.bunraku.storeconfig.spi.StoreSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What an operator reads when something is set wrong. Always on doubles. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RiakRefusalsIT {
  private Path directory;
  private RiakEngine open;
  private RiakEngine guarded;

  @BeforeAll
  void start(@TempDir Path dir) {
    directory = dir;
    String bin = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    String store = dir.resolve("double.p12").toString();
    Shell.run(
        bin,
        "-genkeypair",
        "-keyalg",
        "EC",
        "-alias",
        "double",
        "-dname",
        "CN=localhost",
        "-storetype",
        "PKCS12",
        "-keystore",
        store,
        "-storepass",
        "correct horse");
    Shell.run(
        bin,
        "-exportcert",
        "-rfc",
        "-alias",
        "double",
        "-keystore",
        store,
        "-storepass",
        "correct horse",
        "-file",
        ca().toString());
    open = RiakEngine.startDouble(dir.resolve("open"));
    guarded = RiakEngine.startDouble(dir.resolve("guarded"), "bunraku", "correct horse", store);
  }

  @AfterAll
  void stop() throws IOException {
    open.close();
    guarded.close();
  }

  private Path ca() {
    return directory.resolve("ca.pem");
  }

  private Map<String, String> login(RiakEngine engine, String password) {
    Map<String, String> settings = new TreeMap<>(engine.settings(RiakEngine.SIBLINGS, "b"));
    settings.putAll(
        Map.of("username", "bunraku", "password", password, "ca-file", ca().toString()));
    return settings;
  }

  private static Health check(Map<String, String> settings) {
    try (StoreBackend backend =
        new RiakBackendProvider().open(new StoreSettings("riak", settings))) {
      return backend.check();
    }
  }

  private static void verify(Map<String, String> settings, String... words) {
    Health health = check(settings);
    assertThat(health.up()).isFalse();
    assertThat(health.detail()).contains(words).doesNotContain("\n").startsWith("store riak: ");
  }

  @Test
  void aUserWithAPasswordOverTlsIsLetIn() {
    Map<String, String> settings = login(guarded, "correct horse");
    Health health = check(settings);
    assertThat(health.up()).as(health.detail()).isTrue();
    try (StoreBackend backend =
        new RiakBackendProvider().open(new StoreSettings("riak", settings))) {
      assertThat(backend.read(Key.of("facts", "a")).isAbsent()).isTrue();
    }
  }

  @Test
  void aPasswordFileWillDo() throws IOException {
    Map<String, String> settings = login(guarded, "");
    settings.remove("password");
    Path file = Files.writeString(directory.resolve("password"), "correct horse\n");
    settings.put("password-file", file.toString());
    assertThat(check(settings).up()).isTrue();
  }

  @Test
  void aUserMayShowACertificateInstead() throws IOException {
    TestKeys.make(directory);
    TestKeys.makeClient(directory, "bunraku", "server");
    RiakEngine engine =
        RiakEngine.startDouble(
            directory.resolve("mutual"),
            "bunraku",
            TestKeys.PASSWORD,
            TestKeys.keyStore(directory).toString(),
            "certificate");
    try {
      Map<String, String> settings = new TreeMap<>(engine.settings(RiakEngine.SIBLINGS, "b"));
      settings.put("username", "bunraku");
      settings.put("ca-file", TestKeys.certificate(directory).toString());
      settings.put("certificate-file", TestKeys.clientCertificate(directory).toString());
      settings.put("key-file", TestKeys.clientKey(directory).toString());
      assertThat(check(settings).up()).as(check(settings).detail()).isTrue();
      settings.remove("certificate-file");
      settings.remove("key-file");
      settings.put("password", TestKeys.PASSWORD);
      verify(settings, "refuses the user or the password");
    } finally {
      engine.close();
    }
  }

  @Test
  void aWrongPasswordIsNamed() {
    verify(login(guarded, "wrong"), "refuses the user or the password");
  }

  @Test
  void aPlainClientOfAGuardedServerIsTold() {
    verify(guarded.settings(RiakEngine.SIBLINGS, "b"), "security is on", "'ca-file'");
  }

  @Test
  void aUserOnAnOpenServerIsTold() {
    verify(login(open, "any"), "security is off");
  }

  @Test
  void aMissingBucketTypeComesWithTheCommand() {
    verify(
        open.settings("nowhere", "b"),
        "'nowhere' does not exist or is not active",
        "riak admin bucket-type create nowhere",
        "riak admin bucket-type activate nowhere");
  }

  @Test
  void typesThatWouldLoseWritesAreRefused() {
    verify(open.settings("default", "b"), "allow_mult=false");
    verify(open.settings("last_write_wins", "b"), "last_write_wins=true");
    verify(open.settings("without_dots", "b"), "dvv_enabled=false");
    Map<String, String> unsaid = open.settings(RiakEngine.CONSISTENT, "b");
    unsaid.put("consistent", "false");
    verify(unsaid, "set 'consistent: true'");
    Map<String, String> wrong = open.settings(RiakEngine.SIBLINGS, "b");
    wrong.put("consistent", "true");
    verify(wrong, "is not strongly consistent");
  }

  @Test
  void nobodyThereIsOneLine() {
    Map<String, String> settings = open.settings(RiakEngine.SIBLINGS, "b");
    settings.put("nodes", "127.0.0.1:" + EngineProcess.freePort());
    verify(settings, "does not answer", "refused");
  }

  /** The whole program, at its default log level. */
  @Test
  void theCommandLineSaysItInOneLineWithoutATrace() {
    Map<String, String> nobody = open.settings(RiakEngine.SIBLINGS, "b");
    nobody.put("nodes", "127.0.0.1:" + EngineProcess.freePort());
    for (Map<String, String> settings :
        List.of(nobody, login(guarded, "wrong"), open.settings("nowhere", "b"))) {
      String output = storeCheck(settings);
      List<String> lines = output.lines().filter(l -> !l.startsWith("WARNING: ")).toList();
      assertThat(lines).as(output).hasSize(1);
      assertThat(lines.get(0)).contains("store riak: ").doesNotContain("wrong\"", "horse");
    }
  }

  private String storeCheck(Map<String, String> settings) {
    List<String> command =
        new ArrayList<>(EngineProcess.java(Path.of(System.getProperty("java.home"))));
    command.addAll(List.of("-Dlogback.configurationFile=logback.xml"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("io.bunraku.master.Main", "store", "check"));
    command.addAll(List.of("--set", "store.backend=riak"));
    settings.forEach(
        (name, value) -> command.addAll(List.of("--set", "store." + name + "=" + value)));
    EngineProcess process = EngineProcess.start("check", directory, command, Map.of());
    return endOf(process);
  }

  private String endOf(EngineProcess process) {
    await().atMost(Duration.ofSeconds(30)).until(() -> !process.isAlive());
    String output = process.log();
    try {
      Files.delete(directory.resolve("check.log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return output;
  }
}
