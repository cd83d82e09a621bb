// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.bunraku.storeconfig.StoreCheck;
import io.bunraku.storeconfig.StoreOptions;
import io.bunraku.storeconfig.cassandra.CassandraBackendProvider;
import io.bunraku.storeconfig.model.Bytes;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.StoreBackend;
import io.bunraku.storeconfig.spi.StoreException;
import io.bunraku.storeconfig.spi.StoreUnavailableException;
import io.bunraku.storeconfig.spi.Token;
import io.bunraku.storeconfig.spi.Value;
import io.bunraku.storeconfig.spi.WriteOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What an operator sees of mistakes: one line that names the cure, and no storm of attempts. */
class CassandraFailuresIT {
  private static final Key KEY = Key.of("facts", "web01.example.org");
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  @TempDir Path dir;

  @BeforeEach
  void listen() {
    CassandraServer.shared();
    log.start();
    root.addAppender(log);
  }

  @AfterEach
  void listenNoMore() {
    root.detachAppender(log);
  }

  private static StoreBackend open(String... changes) {
    return new CassandraBackendProvider().open(CassandraServer.shared().settings(changes));
  }

  /** Asks twenty times in a row, as a busy master would. */
  private void verifyRefusal(
      Class<? extends StoreException> kind, List<String> words, String... changes) {
    List<Throwable> all = new ArrayList<>();
    try (StoreBackend backend = open(changes)) {
      IntStream.range(0, 20)
          .forEach(i -> assertThatThrownBy(() -> backend.read(KEY)).satisfies(all::add));
      assertThat(backend.check().detail()).contains(words);
    }
    assertThat(all)
        .hasSize(20)
        .allSatisfy(e ->
            assertThat(e)
                .isExactlyInstanceOf(kind)
                .message()
                .startsWith("store cassandra: ")
                .contains(words)
                .doesNotContain("\n", CassandraServer.PASSWORD));
    assertThat(shown()).hasSizeLessThan(8).allMatch(e -> e.getThrowableProxy() == null);
  }

  private List<ILoggingEvent> shown() {
    return log.list.stream().filter(e -> e.getLevel().isGreaterOrEqual(Level.WARN)).toList();
  }

  @Test
  void aWrongPasswordIsSaidInOneLine() {
    verifyRefusal(
        StoreException.class,
        List.of("wrong username or password", CassandraServer.USERNAME),
        "password",
        "guessed");
  }

  @Test
  void aWrongKeyspaceIsSaidInOneLine() {
    verifyRefusal(
        StoreException.class,
        List.of("no_such_thing", "schema.cql", "create-schema"),
        "keyspace",
        "no_such_thing");
  }

  @Test
  void aServerThatIsAwayIsSaidInOneLine() {
    String nowhere = "127.0.0.1:" + EngineProcess.freePort();
    verifyRefusal(
        StoreUnavailableException.class, List.of(nowhere, "refused"), "contact-points", nowhere);
  }

  @Test
  void aWrongDataCentreIsSaidInOneLine() {
    verifyRefusal(
        StoreUnavailableException.class,
        List.of("local-datacenter", "dc9"),
        "local-datacenter",
        "dc9");
  }

  @Test
  void storeCheckSaysTheSame() {
    StoreCheck check =
        StoreCheck.run(
            StoreOptions.of(
                "cassandra", CassandraServer.shared().with("password", "guessed"), "it"));
    assertThat(check.ok()).isFalse();
    assertThat(check.problem()).contains("wrong username or password").doesNotContain("guessed");
    assertThat(check.settings()).containsEntry("password", "***");
  }

  @Test
  void aPasswordFileServesAsWell() throws IOException {
    Path file = Files.writeString(dir.resolve("secret"), CassandraServer.PASSWORD + "\n");
    var settings = CassandraServer.shared().with("password-file", file.toString());
    settings.remove("password");
    StoreCheck check = StoreCheck.run(StoreOptions.of("cassandra", settings, "it"));
    assertThat(check.problem()).isNull();
    assertThat(check.health().detail()).contains("Cassandra", CassandraServer.KEYSPACE);
  }

  @Test
  void keyspaceAndTablesAreMadeOnRequest() {
    String[] administrator = {
      "keyspace",
      "bunraku_it_made",
      "username",
      "cassandra",
      "password",
      "cassandra",
      "create-schema",
      "true",
      "replication-factor",
      "1"
    };
    CassandraServer.shared().node();
    CassandraServer.shared().administrate("DROP KEYSPACE IF EXISTS bunraku_it_made");
    try (StoreBackend backend = open(administrator)) {
      assertThat(backend.write(KEY, Value.of(Bytes.utf8("a")), Token.ABSENT))
          .isInstanceOf(WriteOutcome.Written.class);
    }
    CassandraServer.shared().administrate("DROP KEYSPACE bunraku_it_made");
  }

  /** The node wants a certificate of whoever uses TLS. */
  private static StoreBackend tls(String... more) {
    CassandraServer.shared().node();
    Path keys = CassandraServer.DIRECTORY;
    List<String> settings = new ArrayList<>(List.of("tls", "true"));
    settings.addAll(
        List.of(
            "tls-certificate", TestKeys.clientCertificate(keys).toString(),
            "tls-key", TestKeys.clientKey(keys).toString()));
    settings.addAll(List.of(more));
    return open(settings.toArray(String[]::new));
  }

  @Test
  void withTlsTheCertificateMustBeTrustedAndOfTheRightName() {
    String ca = TestKeys.certificate(CassandraServer.DIRECTORY).toString();
    try (StoreBackend trusted = tls("tls-ca", ca, "tls-verify-hostname", "false")) {
      assertThat(trusted.check().up()).as(trusted.check().detail()).isTrue();
    }
    try (StoreBackend other = tls("tls-ca", ca)) {
      assertThat(other.check().up()).as("it is for another name").isFalse();
    }
    try (StoreBackend unknown = tls("tls-verify-hostname", "false")) {
      assertThat(unknown.check().detail()).contains("certification path");
    }
  }

  @Test
  void aMissingClientCertificateIsSaidInOneLine() {
    CassandraServer.shared().node();
    String ca = TestKeys.certificate(CassandraServer.DIRECTORY).toString();
    verifyRefusal(
        StoreUnavailableException.class,
        List.of("tls-certificate"),
        "tls",
        "true",
        "tls-ca",
        ca,
        "tls-verify-hostname",
        "false");
  }

  @Test
  void aClientKeyThatDoesNotFitIsNamed() throws IOException {
    Path keys = CassandraServer.DIRECTORY;
    Path other = TestKeys.certificate(keys); // of the server
    try (StoreBackend backend = tls("tls-certificate", other.toString())) {
      assertThat(backend.check().detail())
          .startsWith("store cassandra: tls-certificate, tls-key: ")
          .contains(TestKeys.clientKey(keys) + " is not the key of the certificate in " + other)
          .doesNotContain("\n");
    }
  }
}
