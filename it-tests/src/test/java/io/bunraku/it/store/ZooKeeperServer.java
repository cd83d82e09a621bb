// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One real ZooKeeper server that speaks in the clear and TLS, with a certificate of this host. */
record ZooKeeperServer(EngineProcess process, int port, int tlsPort, Path truststore)
    implements AutoCloseable {
  static final String PASSWORD = "changeit";

  static ZooKeeperServer start(Path directory) throws IOException {
    return start(directory, "none");
  }

  /**
   * Starts one.
   *
   * @param clientAuth whether clients have to show a certificate: {@code none} or {@code need}; the
   *     server's own is the authority
   */
  static ZooKeeperServer start(Path directory, String clientAuth) throws IOException {
    int port = EngineProcess.freePort();
    int tlsPort = EngineProcess.freePort();
    Path keys = directory.resolve("server.p12");
    Path certificate = directory.resolve("server.pem");
    Path truststore = directory.resolve("trust.p12");
    keytool(
        "-genkeypair -alias zk -keyalg EC -dname CN=zk -ext san=ip:127.0.0.1,dns:localhost"
            + " -ext BC=ca:true",
        keys);
    keytool("-exportcert -rfc -alias zk -file " + certificate, keys);
    keytool("-importcert -noprompt -alias zk -file " + certificate, truststore);
    Path config = directory.resolve("zoo.cfg");
    Files.write(
        config,
        List.of(
            "tickTime=500",
            "dataDir=" + Files.createDirectories(directory.resolve("data")),
            "clientPort=" + port,
            "clientPortAddress=127.0.0.1",
            "secureClientPort=" + tlsPort,
            "secureClientPortAddress=127.0.0.1",
            "serverCnxnFactory=org.apache.zookeeper.server.NettyServerCnxnFactory",
            "ssl.clientAuth=" + clientAuth,
            "ssl.trustStore.location=" + truststore,
            "ssl.trustStore.password=" + PASSWORD,
            "ssl.keyStore.location=" + keys,
            "ssl.keyStore.password=" + PASSWORD));
    List<String> command =
        new ArrayList<>(EngineProcess.java(Path.of(System.getProperty("java.home")), "-Xmx192m"));
    command.add("-Dzookeeper.admin.enableServer=false");
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("org.apache.zookeeper.server.ZooKeeperServerMain", config.toString()));
    EngineProcess process = EngineProcess.start("zookeeper", directory, command, Map.of());
    process.awaitReady(
        Duration.ofSeconds(60),
        () ->
            EngineProcess.listens("127.0.0.1", port)
                && EngineProcess.listens("127.0.0.1", tlsPort));
    return new ZooKeeperServer(process, port, tlsPort, truststore);
  }

  private static void keytool(String words, Path store) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(words.split(" ", -1)));
    command.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD));
    Shell.run(command.toArray(String[]::new));
  }

  String plain() {
    return "127.0.0.1:" + port;
  }

  String tls() {
    return "127.0.0.1:" + tlsPort;
  }

  @Override
  public void close() {
    process.close();
  }
}
