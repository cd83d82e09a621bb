// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bunraku.compiler.CompilationException;
import io.bunraku.compiler.Compiler;
import io.bunraku.compiler.LanguageOptions;
import io.bunraku.compiler.LanguageOptions.Strict;
import io.bunraku.compiler.LanguageVersion;
import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.loader.DirectoryEnvironmentLoader;
import io.bunraku.compiler.loader.EnvironmentSettings;
import io.bunraku.compiler.loader.ProgramCache;
import io.bunraku.compiler.value.Sensitive;
import io.bunraku.compiler.value.Undef;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whole environments with lookups, and what Puppet 7 (or 8, where {@code lookups.json} says so)
 * answers: values, errors and warnings. The answers are made by {@code
 * src/test/ruby/hiera_golden.rb}.
 */
class HieraGoldenTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path CASES = Path.of("src/test/resources/hiera");

  @TempDir Path temporary;
  private static Compiler compiler;

  @BeforeAll
  static void open() {
    compiler = new Compiler(1, Duration.ofSeconds(60));
  }

  @AfterAll
  static void close() {
    compiler.close();
  }

  @TestFactory
  Stream<DynamicTest> lookups_answerAsPuppetDoes() throws IOException {
    return cases().stream().map(name -> DynamicTest.dynamicTest(name, () -> assertCase(name)));
  }

  private static List<String> cases() throws IOException {
    try (Stream<Path> all = Files.list(CASES)) {
      return all.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  private void assertCase(String name) throws IOException, CompilationException {
    Path directory = temporary.resolve(name);
    copy(CASES.resolve(name), directory);
    JsonNode spec = JSON.readTree(Files.readString(CASES.resolve(name).resolve("lookups.json")));
    List<String> expected = Files.readAllLines(CASES.resolve(name).resolve("expected.json"));
    Strict strict = Strict.valueOf(spec.path("strict").asText("warning").toUpperCase(Locale.ROOT));
    LanguageVersion version = LanguageVersion.valueOf("PUPPET_" + spec.path("language").asInt(7));
    LanguageOptions options = new LanguageOptions(version, strict, false);
    DirectoryEnvironmentLoader loader = loader(directory, options);
    List<String> different = new ArrayList<>();
    for (int i = 0; i < expected.size(); i++) {
      JsonNode request = spec.get("lookups").get(i);
      JsonNode wanted = JSON.readTree(expected.get(i).replace("@DIR@", directory.toString()));
      JsonNode actual = JSON.valueToTree(answer(loader, spec, request, options));
      if (!wanted.equals(JSON.readTree(actual.toString()))) {
        different.add("%s\n  puppet: %s\n  ours:   %s".formatted(request, wanted, actual));
      }
    }
    assertThat(different).isEmpty();
    assertThat(expected).hasSize(spec.get("lookups").size());
  }

  private static DirectoryEnvironmentLoader loader(Path directory, LanguageOptions options) {
    return DirectoryEnvironmentLoader.load(
        EnvironmentSettings.of("production", directory.resolve("environments/production"), options)
            .withCode("")
            .withGlobalHieraConfig(directory.resolve("hiera.yaml")),
        new ProgramCache());
  }

  @Test
  void laterCompilesOfAVersion_lookAtNoFile() throws IOException, CompilationException {
    Path directory = temporary.resolve("again");
    copy(CASES.resolve("eyaml"), directory);
    LanguageOptions options = LanguageOptions.defaults(LanguageVersion.PUPPET_7);
    DirectoryEnvironmentLoader loader = loader(directory, options);
    JsonNode spec = JSON.readTree(Files.readString(CASES.resolve("eyaml/lookups.json")));
    Map<String, Object> request = Map.of("name", "mixed");
    Map<String, Object> first = answer(loader, spec, JSON.valueToTree(request), options);
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
    assertThat(first).containsEntry("value", "pre secret mid abc post");
    assertThat(answer(loader, spec, JSON.valueToTree(request), options)).isEqualTo(first);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path source : all.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(source));
        Files.createDirectories(target.getParent());
        Files.writeString(target, Files.readString(source).replace("@DIR@", to.toString()));
      }
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> answer(
      DirectoryEnvironmentLoader loader, JsonNode spec, JsonNode request, LanguageOptions options)
      throws CompilationException {
    Map<String, Object> facts = (Map<String, Object>) value(spec.get("facts"));
    return LookupBench.ask(compiler, loader, facts, options, bench -> answer(bench, request));
  }

  private static Map<String, Object> answer(LookupBench bench, JsonNode request) {
    Map<String, Object> answer = new LinkedHashMap<>();
    try {
      answer.put("value", shown(bench.lookup.lookup(bench.scope, request(request))));
    } catch (EvaluationException e) {
      answer.put("error", e.fullMessage());
      answer.put("preformatted", e.isPreformatted());
    }
    if (!bench.logs.isEmpty()) {
      answer.put("logs", bench.logs);
    }
    return answer;
  }

  private static LookupRequest request(JsonNode node) {
    LookupRequest request =
        LookupRequest.of(value(node.get("name")))
            .withValues(values(node.get("override")), values(node.get("defaults")));
    if (node.has("merge")) {
      request = request.withMerge(value(node.get("merge")));
    }
    if (node.has("default")) {
      request = request.withDefault(value(node.get("default")));
    }
    return node.has("hiera3")
        ? request.asHiera3(node.has("locations") ? value(node.get("locations")) : null)
        : request;
  }

  private static Map<?, ?> values(@org.jspecify.annotations.Nullable JsonNode node) {
    return node == null ? Map.of() : (Map<?, ?>) value(node);
  }

  static Object value(JsonNode node) {
    if (node.isObject()) {
      Map<String, Object> map = new LinkedHashMap<>();
      node.properties().forEach(entry -> map.put(entry.getKey(), value(entry.getValue())));
      return map;
    }
    if (node.isArray()) {
      List<Object> list = new ArrayList<>();
      node.forEach(element -> list.add(value(element)));
      return list;
    }
    if (node.isNull()) {
      return Undef.UNDEF;
    }
    if (node.isIntegralNumber()) {
      return node.longValue();
    }
    return node.isBoolean() ? (Object) node.booleanValue() : node.textValue();
  }

  private static Object shown(Object value) {
    return switch (value) {
      case Undef undef -> Map.of("undef", true);
      case Sensitive sensitive -> Map.of("sensitive", shown(sensitive.value()));
      case Map<?, ?> map ->
          Map.of(
              "hash",
              map.entrySet().stream()
                  .map(e -> List.of(shown(e.getKey()), shown(e.getValue())))
                  .toList());
      case List<?> list -> list.stream().map(HieraGoldenTest::shown).toList();
      case BigInteger number -> number;
      default -> value;
    };
  }
}
