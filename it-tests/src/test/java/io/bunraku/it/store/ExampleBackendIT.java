// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.bunraku.it.agent.Command;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** The example of the guide for authors: compiled, held against the kit, and dropped in. */
class ExampleBackendIT {
  private static final Path EXAMPLE = Path.of("..", "docs", "example-backend").toAbsolutePath();
  private static final Path LAUNCHER = Path.of("..", "bin", "bunraku").toAbsolutePath().normalize();

  @TempDir static Path directory;
  private static Path classes;
  private static Path testClasses;
  private static Path plugins;

  @BeforeAll
  static void build() throws IOException {
    String artifacts = System.getProperty("java.class.path");
    classes = directory.resolve("classes");
    testClasses = directory.resolve("test-classes");
    plugins = directory.resolve("plugins");
    PluginJar.compile(EXAMPLE.resolve("src/main/java"), classes, artifacts);
    PluginJar.compile(EXAMPLE.resolve("src/test/java"), testClasses, classes + ":" + artifacts);
    PluginJar.pack(
        plugins.resolve("folder.jar"), "1.2.3", classes, EXAMPLE.resolve("src/main/resources"));
  }

  private static Command bunraku(String... words) {
    List<String> all = new ArrayList<>(List.of(LAUNCHER.toString()));
    all.addAll(List.of(words));
    all.addAll(List.of("--set", "plugins=" + plugins, "--set", "vardir=" + directory));
    return Command.run(all, Map.of());
  }

  @Test
  void passesTheKit() throws Exception {
    URL[] urls = {classes.toUri().toURL(), testClasses.toUri().toURL()};
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    SummaryGeneratingListener summary = new SummaryGeneratingListener();
    try (URLClassLoader loader = new URLClassLoader(urls, before)) {
      thread.setContextClassLoader(loader);
      Class<?> kit = loader.loadClass("org.example.folder.FolderBackendTest");
      LauncherDiscoveryRequest request =
          LauncherDiscoveryRequestBuilder.request().selectors(selectClass(kit)).build();
      LauncherFactory.create().execute(request, summary);
    } finally {
      thread.setContextClassLoader(before);
    }
    StringWriter failures = new StringWriter();
    summary.getSummary().printFailuresTo(new PrintWriter(failures), 5);
    assertThat(summary.getSummary().getTotalFailureCount()).as(failures.toString()).isZero();
    assertThat(summary.getSummary().getTestsSucceededCount()).isGreaterThan(50);
  }

  @Test
  void isFoundAndWorksFromThePluginDirectory() throws IOException {
    Command listed = bunraku("store", "backends");
    assertThat(listed.exit()).as(listed.output()).isZero();
    assertThat(listed.output())
        .containsPattern("folder +1\\.2\\.3 +plug-in +" + plugins.resolve("folder.jar"))
        .containsPattern("local +\\S+ +built in")
        .containsPattern("memory +\\S+ +built in");
    Command checked =
        bunraku(
            "store",
            "check",
            "--set",
            "store.backend=folder",
            "--set",
            "store.path=" + directory.resolve("documents"));
    assertThat(checked.exit()).as(checked.output()).isZero();
    assertThat(checked.output()).contains("store folder answers").contains("COMPARE_AND_SET");
  }

  @Test
  void aBrokenJarIsOneLine() throws IOException {
    Path broken = directory.resolve("broken");
    Files.createDirectories(broken.resolve("many"));
    Files.writeString(broken.resolve("bad.jar"), "this is no jar");
    PluginJar.pack(broken.resolve("empty.jar"), "1", EXAMPLE.resolve("src/test/java"));
    Path services = directory.resolve("services/META-INF/services");
    Files.createDirectories(services);
    Files.writeString(
        services.resolve("io.bunraku.storeconfig.spi.StoreBackendProvider"), "org.example.Gone\n");
    PluginJar.pack(broken.resolve("many/gone.jar"), "1", directory.resolve("services"));
    List<String> words =
        List.of(
            LAUNCHER.toString(),
            "store",
            "backends",
            "--set",
            "plugins=" + broken,
            "--set",
            "vardir=" + directory);
    Command listed = Command.run(words, Map.of());
    assertThat(listed.exit()).as(listed.output()).isEqualTo(1);
    assertThat(listed.output().lines().filter(l -> l.startsWith("Warning: ")))
        .satisfiesExactlyInAnyOrder(
            l -> assertThat(l).contains("bad.jar cannot be read as a jar"),
            l -> assertThat(l).contains("empty.jar: brings no backend"),
            l -> assertThat(l).contains("many: a backend cannot be loaded").contains("Gone"));
    assertThat(listed.output()).contains("memory").doesNotContain("\tat ");
  }
}
