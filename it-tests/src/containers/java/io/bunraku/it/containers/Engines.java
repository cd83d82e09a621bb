// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.containers;

import java.time.Duration;
import java.util.List;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/** The five engines as containers, each with the part of its set-up that its README names. */
final class Engines {
  static final String PASSWORD = "bunraku-it";
  private static final Duration START = Duration.ofMinutes(5);

  private Engines() {}

  private static GenericContainer<?> container(String property, String image, int port) {
    GenericContainer<?> container =
        new GenericContainer<>(DockerImageName.parse(System.getProperty(property, image)));
    return container
        .withExposedPorts(port)
        .waitingFor(Wait.forListeningPort())
        .withStartupTimeout(START);
  }

  static GenericContainer<?> zookeeper() {
    return container("bunraku.image.zookeeper", "zookeeper:3.9", 2181)
        .withEnv("ZOO_CFG_EXTRA", "minSessionTimeout=1000")
        .withEnv("ZOO_MAX_CLIENT_CNXNS", "0");
  }

  /** With users and rights, which its image has switched off. */
  static GenericContainer<?> cassandra() {
    String edits =
        "sed -i -e '/^authenticator:/,/^[a-z]/s/AllowAllAuthenticator/PasswordAuthenticator/'"
            + " -e '/^authorizer:/,/^[a-z]/s/AllowAllAuthorizer/CassandraAuthorizer/'"
            + " -e 's/^commitlog_sync: periodic/commitlog_sync: batch/'"
            + " -e '/^commitlog_sync_period:/d' /etc/cassandra/cassandra.yaml";
    return container("bunraku.image.cassandra", "cassandra:5.0", 9042)
        .withEnv("MAX_HEAP_SIZE", "1G")
        .withEnv("HEAP_NEWSIZE", "256M")
        .withCreateContainerCmdModifier(
            command ->
                command.withEntrypoint(
                    "bash", "-c", edits + " && exec docker-entrypoint.sh cassandra -f"))
        .waitingFor(
            Wait.forLogMessage(".*Created default superuser role 'cassandra'.*", 1)
                .withStartupTimeout(START));
  }

  static GenericContainer<?> couchdb() {
    return container("bunraku.image.couchdb", "couchdb:3.4", 5984)
        .withEnv("COUCHDB_USER", "admin")
        .withEnv("COUCHDB_PASSWORD", PASSWORD)
        .waitingFor(Wait.forHttp("/_up").withStartupTimeout(START));
  }

  /** One node, so the type that compares and sets is not to be had. */
  static GenericContainer<?> riak() {
    return container("bunraku.image.riak", "basho/riak-kv:ubuntu-2.2.3", 8087);
  }

  static List<List<String>> riakTypes() {
    return List.of(
        List.of("create", "bunraku", "{\"props\":{\"allow_mult\":true,\"dvv_enabled\":true}}"),
        List.of("activate", "bunraku"));
  }

  /** A server that keeps S3's conditions on writes. */
  static GenericContainer<?> s3() {
    return container("bunraku.image.s3", "minio/minio:latest", 9000)
        .withEnv("MINIO_ROOT_USER", "bunraku")
        .withEnv("MINIO_ROOT_PASSWORD", PASSWORD)
        .withCreateContainerCmdModifier(
            command ->
                command
                    .withEntrypoint("sh", "-c")
                    .withCmd("mkdir -p /data/bunraku-it && exec minio server /data"))
        .waitingFor(Wait.forHttp("/minio/health/ready").withStartupTimeout(START));
  }
}
