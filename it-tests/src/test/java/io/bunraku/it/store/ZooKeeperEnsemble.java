// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.store;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Three real ZooKeeper servers, a process each, with durable logs; on loopback or on hosts. */
final class ZooKeeperEnsemble implements AutoCloseable {
  static final int SIZE = 3;
  private static final Duration START = Duration.ofMinutes(3);

  /** A server; its ports are its own, so all may be on one address. */
  private record Member(String host, int client, int quorum, int election) {}

  private final Path directory;
  private final @Nullable Namespaces network;
  private final List<Member> members = new ArrayList<>();
  private final List<EngineProcess> processes = new ArrayList<>();

  private ZooKeeperEnsemble(Path directory, @Nullable Namespaces network) {
    this.directory = directory;
    this.network = network;
    for (int i = 1; i <= SIZE; i++) {
      String host = network == null ? "127.0.0.1" : network.address(i);
      members.add(
          new Member(
              host, EngineProcess.freePort(), EngineProcess.freePort(), EngineProcess.freePort()));
    }
  }

  /** Starts an ensemble and waits until it has a leader. */
  static ZooKeeperEnsemble start(Path directory, @Nullable Namespaces network) {
    ZooKeeperEnsemble ensemble = new ZooKeeperEnsemble(directory, network);
    try {
      for (int i = 0; i < SIZE; i++) {
        ensemble.processes.add(ensemble.launch(i));
      }
      ensemble.awaitWhole();
      return ensemble;
    } catch (IOException e) {
      ensemble.close();
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      ensemble.close();
      throw e;
    }
  }

  private EngineProcess launch(int i) throws IOException {
    Path home = Files.createDirectories(directory.resolve("zk" + (i + 1)));
    Path data = Files.createDirectories(home.resolve("data"));
    Files.writeString(data.resolve("myid"), Integer.toString(i + 1));
    Path config = home.resolve("zoo.cfg");
    Files.write(config, configuration(i, data));
    List<String> command = network == null ? new ArrayList<>() : network.in(i + 1);
    command.addAll(EngineProcess.java(Path.of(System.getProperty("java.home")), "-Xmx512m"));
    // it keeps its last 500 transactions in memory, some of a megabyte here
    command.addAll(List.of("-XX:+ExitOnOutOfMemoryError", "-Dzookeeper.commitLogCount=50"));
    command.add("-Dzookeeper.admin.enableServer=false");
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("org.apache.zookeeper.server.quorum.QuorumPeerMain");
    command.add(config.toString());
    return EngineProcess.start("zookeeper" + (i + 1), directory, command, Map.of());
  }

  private List<String> configuration(int i, Path data) {
    Member own = members.get(i);
    List<String> lines =
        new ArrayList<>(
            List.of(
                "tickTime=500",
                "initLimit=20",
                "syncLimit=6",
                "dataDir=" + data,
                "clientPort=" + own.client(),
                "clientPortAddress=" + own.host(),
                "4lw.commands.whitelist=srvr",
                "maxClientCnxns=0",
                "minSessionTimeout=1000"));
    for (int k = 0; k < SIZE; k++) {
      Member m = members.get(k);
      lines.add("server.%d=%s:%d:%d".formatted(k + 1, m.host(), m.quorum(), m.election()));
    }
    return lines;
  }

  /** All servers, or those with some numbers; the first is 1. */
  String servers(int... numbers) {
    IntStream which = numbers.length == 0 ? IntStream.rangeClosed(1, SIZE) : IntStream.of(numbers);
    return which
        .mapToObj(n -> members.get(n - 1))
        .map(m -> m.host() + ":" + m.client())
        .collect(Collectors.joining(","));
  }

  /** What a server does now: leader, follower, or nothing that serves. */
  private String mode(int number) {
    Member member = members.get(number - 1);
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(member.host(), member.client()), 1000);
      socket.setSoTimeout(1000);
      socket.getOutputStream().write("srvr".getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      return answer.lines().filter(l -> l.startsWith("Mode: ")).findFirst().orElse("");
    } catch (IOException e) {
      return "";
    }
  }

  /** Waits until one leads and the others follow. */
  void awaitWhole() {
    processes
        .get(0)
        .awaitReady(
            START,
            () -> {
              List<String> modes = IntStream.rangeClosed(1, SIZE).mapToObj(this::mode).toList();
              return modes.contains("Mode: leader")
                  && modes.stream().filter("Mode: follower"::equals).count() == SIZE - 1;
            });
  }

  /** The number of the server that leads. */
  int leader() {
    return await()
        .atMost(START)
        .until(
            () ->
                IntStream.rangeClosed(1, SIZE)
                    .filter(n -> mode(n).equals("Mode: leader"))
                    .findFirst()
                    .orElse(0),
            n -> n > 0);
  }

  EngineProcess process(int number) {
    return processes.get(number - 1);
  }

  /** Starts a server that was killed, on its own data. */
  void restart(int number) throws IOException {
    processes.set(number - 1, launch(number - 1));
  }

  @Override
  public void close() {
    processes.forEach(EngineProcess::close);
  }
}
