// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bunraku.storeconfig.model.Bytes;
import io.bunraku.storeconfig.spi.Health;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.StoreBackend;
import io.bunraku.storeconfig.spi.StoreException;
import io.bunraku.storeconfig.spi.StoreUnavailableException;
import io.bunraku.storeconfig.spi.Token;
import io.bunraku.storeconfig.spi.Value;
import io.bunraku.storeconfig.spi.WriteOutcome;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a double of S3 is made to answer, and what must come of it: once, in one line. */
class S3FailuresTest {
  private static final Key KEY = Key.of("facts", "a");
  private static final Value VALUE = Value.of(Bytes.utf8("v"));
  private static final Token SEEN = new Token("e0");

  @Test
  void anAnswerThatDoesNotComeLeavesAWriteUnknownAndIsNotAskedForAgain() {
    try (ScriptedServer server = new ScriptedServer(r -> null);
        StoreBackend backend = server.open()) {
      assertThat(backend.write(KEY, VALUE, SEEN)).isInstanceOf(WriteOutcome.Unknown.class);
      assertThat(server.requests()).hasSize(1);
      assertThat(backend.delete(KEY, SEEN)).isInstanceOf(WriteOutcome.Unknown.class);
      assertThat(server.requests()).hasSize(2);
    }
  }

  @Test
  void aServerThatIsSilentLeavesAWriteUnknown() {
    CountDownLatch over = new CountDownLatch(1);
    try (ScriptedServer server = new ScriptedServer(r -> waitFor(over));
        StoreBackend backend = server.open("timeout", "1")) {
      assertThat(backend.write(KEY, VALUE, SEEN)).isInstanceOf(WriteOutcome.Unknown.class);
      assertThatThrownBy(() -> backend.read(KEY)).isInstanceOf(StoreUnavailableException.class);
      assertThat(server.requests()).hasSize(2);
      over.countDown();
    }
  }

  private static String waitFor(CountDownLatch over) {
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return ScriptedServer.status(200);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504})
  void aFailureOfTheServerLeavesAWriteUnknownAndIsNotTriedAgain(int status) {
    try (ScriptedServer server = answering(status, "InternalError", "Sorry");
        StoreBackend backend = server.open()) {
      assertThat(backend.write(KEY, VALUE, SEEN)).isInstanceOf(WriteOutcome.Unknown.class);
      assertThat(backend.delete(KEY, SEEN)).isInstanceOf(WriteOutcome.Unknown.class);
      assertThat(server.requests()).hasSize(2);
      assertThatThrownBy(() -> backend.read(KEY)).isInstanceOf(StoreUnavailableException.class);
      assertThat(server.requests()).hasSize(3);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "412, PreconditionFailed",
    "409, ConditionalRequestConflict",
    "409, OperationAborted",
    "404, NoSuchKey"
  })
  void aConditionThatDoesNotHoldIsAConflict(int status, String code) {
    try (ScriptedServer server = answering(status, code, "no");
        StoreBackend backend = server.open()) {
      assertThat(backend.write(KEY, VALUE, SEEN)).isEqualTo(new WriteOutcome.Conflict());
      assertThat(backend.delete(KEY, SEEN)).isEqualTo(new WriteOutcome.Conflict());
      assertThat(server.requests()).hasSize(2);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "403, SignatureDoesNotMatch, the secret key is wrong",
    "403, InvalidAccessKeyId, the access key is unknown",
    "403, AccessDenied, access is denied",
    "403, RequestTimeTooSkewed, the clock",
    "400, ExpiredToken, have expired",
    "400, AuthorizationHeaderMalformed, another 'region'",
    "301, PermanentRedirect, another 'region'",
    "404, NoSuchBucket, no such bucket",
    "507, XMinioStorageFull, the store is full",
    "501, NotImplemented, refused"
  })
  void aRefusalIsOneClearLineAndOneRequest(int status, String code, String line) {
    try (ScriptedServer server = answering(status, code, "As S3 says it.");
        StoreBackend backend = server.open()) {
      Health health = backend.check();
      assertThat(health.up()).isFalse();
      assertThat(health.detail()).contains("some-bucket", line, code, "As S3 says it");
      verifyRefusal(() -> backend.write(KEY, VALUE, SEEN), line);
      verifyRefusal(() -> backend.delete(KEY, SEEN), line);
      verifyRefusal(() -> backend.read(KEY), line);
      assertThat(server.requests()).hasSize(4);
    }
  }

  private static void verifyRefusal(Runnable operation, String line) {
    StoreException e = catchThrowableOfType(StoreException.class, operation::run);
    assertThat(e).isNotInstanceOf(StoreUnavailableException.class);
    assertThat(e).message().contains(line).doesNotContain("\n", "hunter2");
  }

  private static ScriptedServer answering(int status, String code, String message) {
    return new ScriptedServer(r -> ScriptedServer.error(status, code, message));
  }

  @Test
  void aServerThatIsNotThereHasCertainlyWrittenNothing() {
    ScriptedServer server = new ScriptedServer(r -> ScriptedServer.status(200));
    server.close();
    try (StoreBackend backend = server.open()) {
      assertThatThrownBy(() -> backend.write(KEY, VALUE, SEEN))
          .isInstanceOf(StoreUnavailableException.class)
          .message()
          .contains("some-bucket")
          .doesNotContain("\n");
    }
  }

  @Test
  void requestsAreSignedAndCarryDigestAndCondition() {
    try (ScriptedServer server = new ScriptedServer(r -> ScriptedServer.status(200));
        StoreBackend backend = server.open()) {
      backend.write(KEY, VALUE, SEEN);
      backend.write(KEY, VALUE, Token.ABSENT);
      backend.delete(KEY, SEEN);
      assertThat(server.requests())
          .allSatisfy(r -> assertThat(r.headers()).containsKey("authorization"))
          .allSatisfy(r -> assertThat(r.headers()).doesNotContainKey("expect"));
      assertThat(server.requests().get(0).headers())
          .containsEntry("if-match", "\"e0\"")
          .containsKey("content-md5");
      assertThat(server.requests().get(1).headers()).containsEntry("if-none-match", "*");
      assertThat(server.requests().get(2).headers()).containsEntry("if-match", "\"e0\"");
    }
  }

  @Test
  void anAnswerThatIsCutOffIsNoValue() {
    String half = "HTTP/1.1 200 OK\r\nETag: \"e1\"\r\nContent-Length: 100\r\n\r\n\u0001half";
    try (ScriptedServer server =
            new ScriptedServer(
                r -> r.line().startsWith("GET") ? half : ScriptedServer.status(200));
        StoreBackend backend = server.open("timeout", "1")) {
      assertThatThrownBy(() -> backend.read(KEY)).isInstanceOf(StoreUnavailableException.class);
    }
  }

  @Test
  void anObjectOfSomebodyElseIsNamed() {
    try (ScriptedServer server = new ScriptedServer(r -> ScriptedServer.status(200));
        StoreBackend backend = server.open()) {
      assertThatThrownBy(() -> backend.read(KEY))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("facts/a");
    }
  }
}
