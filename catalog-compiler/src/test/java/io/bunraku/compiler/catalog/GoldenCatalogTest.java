// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bunraku.compiler.CompilationException;
import io.bunraku.compiler.CompileRequest;
import io.bunraku.compiler.Compiler;
import io.bunraku.compiler.LanguageOptions;
import io.bunraku.compiler.LanguageVersion;
import io.bunraku.compiler.loader.DirectoryEnvironmentLoader;
import io.bunraku.compiler.loader.EnvironmentSettings;
import io.bunraku.compiler.loader.ProgramCache;
import io.bunraku.compiler.port.CompilerPorts;
import io.bunraku.compiler.port.ExportedResourceFinder;
import io.bunraku.compiler.port.RubyBridge;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each manifest below {@code src/test/puppet/catalog} compiles to what the original Puppet made of
 * it: the same catalog in the same order, or the same error. {@code golden.rb} there writes the
 * expectations.
 */
class GoldenCatalogTest {

  private static final Path MANIFESTS = Path.of("src/test/puppet/catalog");
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private static Compiler compiler;

  @TempDir Path work;

  @BeforeAll
  static void start() {
    compiler = new Compiler(1, Duration.ofSeconds(30));
  }

  @AfterAll
  static void stop() {
    compiler.close();
  }

  @TestFactory
  Stream<DynamicTest> manifests() throws IOException {
    try (Stream<Path> files = Files.list(MANIFESTS)) {
      List<Path> manifests = files.filter(f -> f.toString().endsWith(".pp")).sorted().toList();
      return manifests.stream()
          .map(f -> DynamicTest.dynamicTest(f.getFileName().toString(), () -> check(f)));
    }
  }

  private void check(Path manifest) throws IOException {
    String name = manifest.getFileName().toString().replace(".pp", "");
    Path error = manifest.resolveSibling(name + ".err");
    Path catalog = manifest.resolveSibling(name + ".catalog.json");
    String actual = outcome(name, manifest);
    String expected = Files.exists(error) ? Files.readString(error) : canonical(catalog);
    assertThat(withoutAddresses(actual)).isEqualTo(withoutAddresses(expected));
  }

  /** Ruby shows addresses of objects in a few messages. */
  private static String withoutAddresses(String text) {
    return text.replaceAll("0x[0-9a-f]{16}", "0x").stripTrailing();
  }

  private static String canonical(Path catalog) throws IOException {
    return canonical(JSON.readTree(Files.readString(catalog)));
  }

  /** The order of all but two keys counts: Puppet's depends on how a resource was declared. */
  private static String canonical(JsonNode catalog) throws IOException {
    for (JsonNode resource : catalog.get("resources")) {
      ObjectNode node = (ObjectNode) resource;
      node.set("exported", node.remove("exported"));
      node.set("kind", node.remove("kind"));
    }
    return JSON.writeValueAsString(catalog);
  }

  private String outcome(String name, Path manifest) throws IOException {
    Path directory = work.resolve(name);
    Path site = directory.resolve("manifests/site.pp");
    Files.createDirectories(site.getParent());
    Files.copy(manifest, site);
    try {
      return compile(directory).replace(site.toString(), "@FILE@");
    } catch (CompilationException e) {
      return String.valueOf(e.getMessage()).replace(site.toString(), "@FILE@");
    }
  }

  private static String compile(Path directory) throws CompilationException {
    LanguageOptions options = LanguageOptions.defaults(LanguageVersion.PUPPET_7);
    DirectoryEnvironmentLoader loader =
        DirectoryEnvironmentLoader.load(
            EnvironmentSettings.of("production", directory, options), new ProgramCache());
    CompilerPorts ports =
        new CompilerPorts(
            ExportedResourceFinder.NONE,
            RubyBridge.NONE,
            Clock.systemUTC(),
            new SplittableRandom(1));
    return write(compiler.compile(request(options), loader, ports).catalog());
  }

  private static String write(CompiledCatalog catalog) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = JSON.getFactory().createGenerator(text)) {
      catalog.writeWithExportedTo(generator);
      generator.flush();
      JsonNode tree = JSON.readTree(text.toString());
      ((ObjectNode) tree).remove(List.of("version", "catalog_uuid", "code_id"));
      return canonical(tree);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CompileRequest request(LanguageOptions options) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("os", Map.of("family", "Debian", "name", "Debian"));
    facts.put("kernel", "Linux");
    facts.put("clientcert", "node1.example.com");
    Map<String, Object> trusted = new LinkedHashMap<>();
    trusted.put("authenticated", "remote");
    trusted.put("certname", "node1.example.com");
    trusted.put("extensions", Map.of());
    return new CompileRequest(
        "node1.example.com",
        "production",
        facts,
        trusted,
        Map.of("servername", "puppet.example.com"),
        new LinkedHashMap<>(),
        Map.of(),
        Map.of(),
        options,
        null);
  }
}
