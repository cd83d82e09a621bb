// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.containers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.lifecycle.Startables;

/**
 * Starts the engines before the tests of this process and tells them where they are, by the system
 * properties that stand for {@code BUNRAKU_IT_...}. Without Docker it says so, and the tests run as
 * they do without the profile.
 */
public final class ContainersForTests implements LauncherSessionListener {
  private final List<GenericContainer<?>> running = new ArrayList<>();

  /** For the service loader. */
  public ContainersForTests() {}

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    if (!DockerClientFactory.instance().isDockerAvailable()) {
      System.out.println("containers: no Docker answers here, so no engine is started in one");
      return;
    }
    GenericContainer<?> zookeeper = Engines.zookeeper();
    GenericContainer<?> cassandra = Engines.cassandra();
    GenericContainer<?> couchdb = Engines.couchdb();
    GenericContainer<?> riak = Engines.riak();
    GenericContainer<?> s3 = Engines.s3();
    running.addAll(List.of(zookeeper, cassandra, couchdb, riak, s3));
    Startables.deepStart(running).join();
    Map<String, String> told = new TreeMap<>();
    told.put("zookeeper", at(zookeeper));
    told.put("cassandra", at(cassandra));
    told.put("couchdb", "http://admin:" + Engines.PASSWORD + "@" + at(couchdb));
    makeTypes(riak);
    told.put("riak", at(riak));
    told.put("s3", "http://" + at(s3));
    told.put("s3.access.key", "bunraku");
    told.put("s3.secret.key", Engines.PASSWORD);
    told.forEach((name, value) -> System.setProperty("bunraku.it." + name, value));
    System.out.println("containers: " + told.keySet());
  }

  private static String at(GenericContainer<?> container) {
    return container.getHost() + ":" + container.getFirstMappedPort();
  }

  private static void makeTypes(GenericContainer<?> riak) {
    for (List<String> words : Engines.riakTypes()) {
      List<String> command = new ArrayList<>(List.of("riak-admin", "bucket-type"));
      command.addAll(words);
      try {
        ExecResult result = riak.execInContainer(command.toArray(String[]::new));
        if (result.getExitCode() != 0) {
          throw new IllegalStateException(command + ": " + result.getStdout() + result.getStderr());
        }
      } catch (IOException e) {
        throw new IllegalStateException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    running.forEach(GenericContainer::stop);
  }
}
