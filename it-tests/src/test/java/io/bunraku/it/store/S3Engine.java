// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.store;

import static org.awaitility.Awaitility.await;

import io.bunraku.storeconfig.spi.StoreSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * An S3 for tests. {@code BUNRAKU_IT_S3} names the endpoint of a real one ({@code
 * BUNRAKU_IT_S3_BUCKET} its bucket; {@code _ACCESS_KEY} and {@code _SECRET_KEY}, or credentials and
 * region as AWS has them in the environment). Without it, an imitation runs: S3Mock behind a write
 * lock of ours.
 */
final class S3Engine implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(S3Engine.class);
  private static final Duration START = Duration.ofMinutes(3);
  private static final String BUCKET = "bunraku-it";

  private final Map<String, String> settings;
  private final @Nullable Imitation imitation;

  private S3Engine(Map<String, String> settings, @Nullable Imitation imitation) {
    this.settings = settings;
    this.imitation = imitation;
  }

  /** Where an imitation runs, and from what. */
  private static final class Imitation {
    private final Path directory;
    private final int port;
    private EngineProcess process;

    Imitation(Path directory, int port) {
      this.directory = directory;
      this.port = port;
      this.process = start();
    }

    Path death() {
      return directory.resolve("die");
    }

    /** Starts on what it has kept before, if anything. */
    EngineProcess start() {
      List<String> command =
          EngineProcess.java(Path.of(System.getProperty("java.home")), "-Xmx256m");
      command.addAll(List.of("-cp", EngineClassPath.of("s3mock")));
      command.add(EngineClassPath.home("s3mock").resolve("LockedS3Mock.java").toString());
      command.addAll(List.of(Integer.toString(port), directory.resolve("objects").toString()));
      command.add(death().toString());
      EngineProcess started = EngineProcess.start("s3mock", directory, command, Map.of());
      started.awaitReady(START, () -> EngineProcess.listens("127.0.0.1", port));
      return started;
    }
  }

  /** The real one that the environment names, if it names one. */
  static Optional<S3Engine> real() {
    String endpoint = Given.of("BUNRAKU_IT_S3");
    if (endpoint == null) {
      return Optional.empty();
    }
    Map<String, String> settings = new TreeMap<>();
    settings.put("endpoint", endpoint);
    settings.put("bucket", Given.of("BUNRAKU_IT_S3_BUCKET", BUCKET));
    settings.put("prefix", BUCKET + "/" + UUID.randomUUID());
    String key = Given.of("BUNRAKU_IT_S3_ACCESS_KEY");
    if (key != null) {
      settings.put("access-key", key);
      settings.put("secret-key", Given.of("BUNRAKU_IT_S3_SECRET_KEY", ""));
    }
    LOG.info("s3: tested against {}", endpoint);
    return Optional.of(new S3Engine(settings, null));
  }

  /** An imitation with an empty bucket, on loopback. */
  static S3Engine imitation(Path directory) {
    try {
      Files.createDirectories(directory.resolve("objects"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    int port = EngineProcess.freePort();
    Imitation imitation = new Imitation(directory, port);
    Map<String, String> settings = at(port);
    try (S3Client client = client(settings)) {
      client.createBucket(b -> b.bucket(BUCKET));
    }
    LOG.info("s3: tested against an imitation, S3Mock behind a write lock of ours");
    return new S3Engine(settings, imitation);
  }

  private static Map<String, String> at(int port) {
    return Map.of(
        "endpoint", "http://127.0.0.1:" + port,
        "bucket", BUCKET,
        "region", "us-east-1",
        "access-key", "imitation",
        "secret-key", "imitation");
  }

  private static S3Client client(Map<String, String> settings) {
    return S3Client.builder()
        .endpointOverride(URI.create(settings.get("endpoint")))
        .region(Region.US_EAST_1)
        .forcePathStyle(true)
        .credentialsProvider(AnonymousCredentialsProvider.create())
        .build();
  }

  /** Settings of a store where nobody listens. */
  static StoreSettings nowhere() {
    return new StoreSettings("s3", at(EngineProcess.freePort()));
  }

  Map<String, String> settings() {
    return settings;
  }

  /** The same with one more. */
  Map<String, String> settings(String name, String value) {
    Map<String, String> all = new TreeMap<>(settings);
    all.put(name, value);
    return all;
  }

  boolean isImitation() {
    return imitation != null;
  }

  /** The process of the imitation, which a test may pause. */
  EngineProcess process() {
    return imitation().process;
  }

  /**
   * The imitation dies, at once and without a word, when its next write is done and before it
   * answers. A {@code kill -9} at any moment would leave its own files half written: it is no
   * store.
   */
  void dieAfterAWrite() throws IOException {
    Imitation own = imitation();
    Files.createFile(own.death());
    await().atMost(START).until(() -> !own.process.isAlive());
    Files.delete(own.death());
  }

  /** Starts the imitation again on what it has kept. */
  void restart() {
    imitation().process = imitation().start();
  }

  private Imitation imitation() {
    if (imitation == null) {
      throw new IllegalStateException("A real store is not for us to kill");
    }
    return imitation;
  }

  @Override
  public void close() {
    if (imitation != null) {
      imitation.process.close();
    }
  }
}
