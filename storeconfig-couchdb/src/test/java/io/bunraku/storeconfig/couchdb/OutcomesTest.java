// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.couchdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bunraku.storeconfig.model.Bytes;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.StoreBackend;
import io.bunraku.storeconfig.spi.StoreException;
import io.bunraku.storeconfig.spi.StoreUnavailableException;
import io.bunraku.storeconfig.spi.Token;
import io.bunraku.storeconfig.spi.Value;
import io.bunraku.storeconfig.spi.WriteOutcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What answers and their absence mean. A double gives them: a healthy CouchDB seldom does. */
class OutcomesTest {
  private static final Key KEY = new Key("facts/a");
  private static final String DOCUMENT = "/bunraku/facts%3Aa";
  private static final Value VALUE = Value.of(Bytes.utf8("x"));
  private ScriptedServer server;

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private WriteOutcome write(String cluster) {
    try (StoreBackend backend = server.open("cluster", cluster)) {
      return backend.write(KEY, VALUE, Token.ABSENT);
    }
  }

  @Test
  void aCreatedDocumentIsWritten() {
    server.on("PUT " + DOCUMENT, 201, "{\"ok\":true,\"id\":\"facts:a\",\"rev\":\"1-a\"}");
    assertThat(write("false")).isEqualTo(new WriteOutcome.Written(new Token("1-a")));
  }

  /** 202: fewer copies than a quorum have it. */
  @ParameterizedTest
  @ValueSource(ints = {0, 202, 408, 500, 503})
  void withoutAQuorumOrAnAnswerTheOutcomeIsUnknownAndNothingIsTriedAgain(int status) {
    server.on("PUT " + DOCUMENT, status, "{\"ok\":true,\"rev\":\"1-a\"}");
    server.on("POST /bunraku/_bulk_docs", status, "[]");
    assertThat(write("false")).isInstanceOf(WriteOutcome.Unknown.class);
    assertThat(write("true")).isInstanceOf(WriteOutcome.Unknown.class);
    assertThat(server.asked())
        .containsExactly(
            "GET /bunraku", "PUT " + DOCUMENT, "GET /bunraku", "POST /bunraku/_bulk_docs");
  }

  @Test
  void aDeletionWithoutAnAnswerIsUnknownAndNotTriedAgain() {
    server.on("PUT " + DOCUMENT, 0, "");
    try (StoreBackend backend = server.open()) {
      assertThat(backend.delete(KEY, new Token("1-a"))).isInstanceOf(WriteOutcome.Unknown.class);
    }
    assertThat(Collections.frequency(server.asked(), "PUT " + DOCUMENT)).isEqualTo(1);
  }

  /** It accepts connections and says nothing. */
  @Test
  void aServerThatHangsLeavesAWriteUnknownAndAReadUnavailable() throws IOException {
    server.on("PUT " + DOCUMENT, 409, "{\"error\":\"conflict\"}");
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        StoreBackend backend =
            ScriptedServer.openAt(
                "http://127.0.0.1:" + silent.getLocalPort(), "request-timeout-ms", "200")) {
      assertThatThrownBy(() -> backend.read(KEY)).isInstanceOf(StoreUnavailableException.class);
      assertThat(backend.check().up()).isFalse();
    }
    assertThat(write("false")).isEqualTo(new WriteOutcome.Conflict());
  }

  @Test
  void withoutAConnectionNothingWasWritten() throws IOException {
    int port;
    try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = gone.getLocalPort();
    }
    try (StoreBackend backend = ScriptedServer.openAt("http://127.0.0.1:" + port)) {
      assertThatThrownBy(() -> backend.write(KEY, VALUE, Token.ABSENT))
          .isInstanceOf(StoreUnavailableException.class)
          .hasMessageStartingWith("store couchdb: http://127.0.0.1:" + port + ": ");
    }
  }

  @Test
  void aWrongPasswordIsOneLineAndOneRequest() {
    String refused = "{\"error\":\"unauthorized\",\"reason\":\"Name or password is incorrect.\"}";
    server.on("GET /bunraku", 401, refused);
    try (StoreBackend backend = server.open("username", "bunraku", "password", "hunter2")) {
      assertThatThrownBy(() -> backend.read(KEY))
          .isExactlyInstanceOf(StoreException.class)
          .hasMessageContaining("wrong name or password (bunraku)")
          .message()
          .doesNotContain("hunter2")
          .doesNotContain("\n");
    }
    assertThat(server.asked()).containsExactly("GET /bunraku");
  }

  /** CouchDB answers 401 here too. */
  @Test
  void whoIsNoServerAdminIsNotToldOfAWrongPassword() {
    server.on(
        "GET /bunraku", 404, "{\"error\":\"not_found\",\"reason\":\"Database does not exist.\"}");
    server.on(
        "PUT /bunraku",
        401,
        "{\"error\":\"unauthorized\",\"reason\":\"You are not a server admin.\"}");
    try (StoreBackend backend =
        server.open("username", "bunraku", "password", "x", "create-database", "true")) {
      assertThatThrownBy(() -> backend.read(KEY))
          .isExactlyInstanceOf(StoreException.class)
          .hasMessageEndingWith(
              "bunraku has no right: 401 unauthorized: You are not a server admin.");
    }
  }

  /** CouchDB 3.4 locks a name out after some wrong passwords: that passes, and wrote nothing. */
  @Test
  void aLockedNameIsUnavailableForAWhile() {
    String locked = "Account is temporarily locked due to multiple authentication failures";
    server.on("PUT " + DOCUMENT, 403, "{\"error\":\"forbidden\",\"reason\":\"" + locked + "\"}");
    assertThatThrownBy(() -> write("false"))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("is locked out for a while, after wrong passwords");
  }

  @Test
  void aProxyThatLimitsRequestsIsUnavailable() {
    server.on("PUT " + DOCUMENT, 429, "{\"error\":\"too_many_requests\",\"reason\":\"later\"}");
    assertThatThrownBy(() -> write("false")).isInstanceOf(StoreUnavailableException.class);
  }

  @Test
  void theDatabaseOfAMonthKeepsOneCopyTooWhereRevisionsAreCompared() {
    Key report = new Key("reports/2026-11-05/a/1");
    String month = "/bunraku-reports-2026-11";
    server.on("PUT /bunraku/%25reports-2026-11", 201, "{\"ok\":true}");
    server.on("GET " + month, 200, "{\"cluster\":{\"q\":2,\"n\":3}}");
    server.on("PUT " + month + "/reports%3A2026-11-05%3Aa%3A1", 201, "{\"rev\":\"1-a\"}");
    try (StoreBackend backend = server.open()) {
      assertThatThrownBy(() -> backend.write(report, VALUE, Token.ABSENT))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("'bunraku-reports-2026-11' keeps 3 copies");
    }
    server.on("GET " + month, 200, "{\"cluster\":{\"q\":2,\"n\":1}}");
    try (StoreBackend backend = server.open()) {
      assertThat(backend.write(report, VALUE, Token.ABSENT))
          .isEqualTo(new WriteOutcome.Written(new Token("1-a")));
    }
  }

  @Test
  void aMissingDatabaseIsNamedAndMadeOnlyOnRequest() {
    String absent = "{\"error\":\"not_found\",\"reason\":\"Database does not exist.\"}";
    server.on("GET /bunraku", 404, absent);
    try (StoreBackend backend = server.open()) {
      assertThatThrownBy(() -> backend.read(KEY))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("database 'bunraku' does not exist")
          .hasMessageContaining("create-database");
      assertThat(backend.check().detail()).contains("does not exist").doesNotContain("\n");
    }
    assertThat(server.asked()).doesNotContain("PUT /bunraku");
    server.on("PUT /bunraku", 201, "{\"ok\":true}");
    try (StoreBackend backend = server.open("create-database", "true")) {
      assertThat(backend.check().up()).isFalse();
    }
    assertThat(server.asked()).contains("PUT /bunraku");
  }

  @Test
  void severalCopiesWithoutTheSettingAreRefused() {
    server.on("GET /bunraku", 200, "{\"db_name\":\"bunraku\",\"cluster\":{\"q\":2,\"n\":3}}");
    try (StoreBackend backend = server.open()) {
      assertThatThrownBy(() -> backend.read(KEY))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("keeps 3 copies")
          .hasMessageContaining("cluster: true");
    }
    try (StoreBackend backend = server.open("cluster", "true")) {
      assertThat(backend.read(KEY).isAbsent()).isTrue();
    }
  }

  /** They come from replication; to show the winner only would lose the others. */
  @Test
  void conflictingRevisionsWithoutTheSettingAreRefused() {
    server.on(
        "GET " + DOCUMENT, 200, "{\"_id\":\"facts:a\",\"_rev\":\"1-b\",\"_conflicts\":[\"1-a\"]}");
    try (StoreBackend backend = server.open()) {
      assertThatThrownBy(() -> backend.read(KEY))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("facts:a has conflicting revisions");
    }
  }

  @Test
  void aWriteInAClusterReplacesTheLeavesThatItHasSeen() {
    server.on("POST /bunraku/_bulk_docs", 201, "[]");
    try (StoreBackend backend = server.open("cluster", "true")) {
      WriteOutcome outcome = backend.write(KEY, VALUE, new Token("2-bb,1-aa"));
      assertThat(outcome)
          .isInstanceOfSatisfying(
              WriteOutcome.Written.class,
              written -> assertThat(written.token().value()).matches("3-[0-9a-f]{32}"));
    }
    assertThat(server.lastBody())
        .contains("\"new_edits\":false")
        .containsPattern("\"start\":3,\"ids\":\\[\"[0-9a-f]{32}\",\"bb\"]")
        .containsPattern("\"_deleted\":true.*\"start\":2,\"ids\":\\[\"[0-9a-f]{32}\",\"aa\"]");
  }

  @Test
  void whatAValidationFunctionForbidsIsRefused() {
    String forbidden = "[{\"id\":\"facts:a\",\"error\":\"forbidden\",\"reason\":\"read only\"}]";
    server.on("POST /bunraku/_bulk_docs", 201, forbidden);
    assertThatThrownBy(() -> write("true"))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("forbidden: read only");
  }

  @Test
  void theHealthLineSaysWhoAnswers() {
    server.on("GET /", 200, "{\"couchdb\":\"Welcome\",\"version\":\"3.4.3\"}");
    try (StoreBackend backend = server.open()) {
      assertThat(backend.check().detail())
          .contains("CouchDB 3.4.3 at http://127.0.0.1:" + server.port() + ", database 'bunraku'");
    }
    server.on("GET /", 200, "{\"express-pouchdb\":\"Welcome!\",\"version\":\"4.2.0\"}");
    try (StoreBackend backend = server.open()) {
      assertThat(backend.check().detail()).contains("not CouchDB, but speaks like it: 4.2.0");
    }
  }
}
