// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.catalog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.bunraku.compiler.CompilationException;
import io.bunraku.compiler.CompileRequest;
import io.bunraku.compiler.CompileResult;
import io.bunraku.compiler.LanguageOptions;
import io.bunraku.compiler.LogEntry;
import io.bunraku.compiler.catalog.CompiledCatalog;
import io.bunraku.master.environment.EnvironmentException;
import io.bunraku.master.environment.EnvironmentVersion;
import io.bunraku.master.environment.Environments;
import io.bunraku.master.node.ClassificationException;
import io.bunraku.master.node.LanguageValues;
import io.bunraku.master.node.NodeClassification;
import io.bunraku.master.node.NodeClassifier;
import io.bunraku.master.node.ServerFacts;
import io.bunraku.storeconfig.CompiledRun;
import io.bunraku.storeconfig.RunOutcome;
import io.bunraku.storeconfig.model.Bytes;
import io.bunraku.storeconfig.model.Certname;
import io.bunraku.storeconfig.model.EnvironmentName;
import io.bunraku.storeconfig.model.Facts;
import io.bunraku.storeconfig.spi.StoreUnavailableException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The story of a catalog: keep the facts, classify, pin the code, guard against older code than the
 * node has had, compile, store exports, catalog and node state, and only then answer.
 */
public final class CatalogService {

  private static final Logger LOG = LoggerFactory.getLogger(CatalogService.class);
  private static final Logger PUPPET = LoggerFactory.getLogger("puppet");

  /** Where a node is whose agent asks for an environment that does not exist, as in Puppet. */
  private static final String DEFAULT_ENVIRONMENT = "production";

  private final Environments environments;
  private final NodeClassifier classifier;
  private final ServerFacts serverFacts;
  private final Map<String, Object> settings;
  private final LanguageOptions options;
  private final CatalogCompiler compiler;
  private final Admission admission;
  private final RunStore store;
  private final JsonFactory json = new JsonFactory();

  /**
   * Creates the service.
   *
   * @param settings what {@code $settings::} shows
   */
  public CatalogService(
      Environments environments,
      NodeClassifier classifier,
      ServerFacts serverFacts,
      Map<String, Object> settings,
      LanguageOptions options,
      CatalogCompiler compiler,
      Admission admission,
      RunStore store) {
    this.environments = environments;
    this.classifier = classifier;
    this.serverFacts = serverFacts;
    this.settings = settings;
    this.options = options;
    this.compiler = compiler;
    this.admission = admission;
    this.store = store;
  }

  /**
   * Answers a query.
   *
   * @throws CatalogException when there is no catalog to send
   */
  public CatalogAnswer answer(CatalogQuery query) throws CatalogException {
    Facts given = query.storeFacts() ? query.facts() : null;
    if (given == null || !query.storeCatalog()) {
      if (given != null) {
        store.put(given);
      }
      return answer(query, null);
    }
    return answerAndKeep(query, given);
  }

  /** Facts are kept with their catalog, which is one write less; without it when there is none. */
  private CatalogAnswer answerAndKeep(CatalogQuery query, Facts given) throws CatalogException {
    CatalogAnswer answer;
    try {
      answer = answer(query, given);
    } catch (CatalogException e) {
      if (e.kind() != CatalogException.Kind.UNAVAILABLE) {
        store.put(given);
      }
      throw e;
    }
    if (!(answer instanceof CatalogAnswer.Compiled)) {
      store.put(given);
    }
    return answer;
  }

  private CatalogAnswer answer(CatalogQuery query, @Nullable Facts keeping)
      throws CatalogException {
    String requested = requestedEnvironment(query);
    NodeClassification classification = classify(query.certname());
    String environment =
        classification.environment() == null || query.preferRequested()
            ? requested
            : classification.environment();
    EnvironmentVersion version = pin(environment, query.storeCatalog());
    if (query.checkEnvironment() && !environment.equals(query.environment())) {
      return new CatalogAnswer.OtherEnvironment(query.certname(), environment);
    }
    if (query.storeCatalog()) {
      guard(query, version);
    }
    Map<String, Object> facts = facts(query);
    CompileRequest request = request(query, version, classification, facts);
    CatalogAnswer.Compiled compiled = compile(request, version);
    if (query.storeCatalog()) {
      keep(query, version, compiled, keeping);
    }
    return compiled;
  }

  /** Classifies a node and says which environment it belongs to. */
  public NodeClassification classify(String certname) throws CatalogException {
    try {
      return classifier.classify(certname);
    } catch (ClassificationException e) {
      throw CatalogException.failed(e);
    }
  }

  /**
   * The version of an environment's code that a request gets.
   *
   * @param identified whether its hash and generation are needed
   * @throws CatalogException when there is none
   */
  public EnvironmentVersion pin(String environment, boolean identified) throws CatalogException {
    try {
      EnvironmentVersion version = environments.find(environment, identified);
      if (version == null) {
        throw CatalogException.notFound(
            "Could not find a directory environment named '%s' anywhere in the path: %s. Does the directory exist?"
                .formatted(environment, environments.directory()));
      }
      return version;
    } catch (EnvironmentException e) {
      throw CatalogException.failed(e);
    }
  }

  /** Agents that can start again elsewhere are sent home, as by Puppet; others get an error. */
  private String requestedEnvironment(CatalogQuery query) {
    String name = query.environment();
    return query.checkEnvironment()
            && !environments.exists(name)
            && environments.exists(DEFAULT_ENVIRONMENT)
        ? DEFAULT_ENVIRONMENT
        : name;
  }

  /** Refuses before the work what the store would refuse after it. */
  private void guard(CatalogQuery query, EnvironmentVersion version) throws CatalogException {
    long had =
        store.generation(
            new Certname(query.certname()), new EnvironmentName(version.name()), query.facts());
    if (had > version.generation()) {
      throw behind(version, had);
    }
  }

  private static CatalogException behind(EnvironmentVersion version, long had) {
    return CatalogException.unavailable(
        "this master has generation %d of environment %s, the node has already had %d"
            .formatted(version.generation(), version.name(), had));
  }

  private Map<String, Object> facts(CatalogQuery query) {
    Facts given = query.facts();
    Map<String, Object> values =
        given != null
            ? given.values()
            : store.facts(new Certname(query.certname())).map(Facts::values).orElse(Map.of());
    return LanguageValues.facts(values);
  }

  private CompileRequest request(
      CatalogQuery query,
      EnvironmentVersion version,
      NodeClassification classification,
      Map<String, Object> facts) {
    Object catalogVersion =
        version.configVersion() != null
            ? version.configVersion()
            : version.generation() > 0 ? (Object) version.generation() : null;
    return new CompileRequest(
        query.certname(),
        version.name(),
        facts,
        query.trusted(),
        serverFacts.in(version.name()),
        classification.classes(),
        classification.parameters(),
        settings,
        options,
        version.codeId(),
        catalogVersion);
  }

  private CatalogAnswer.Compiled compile(CompileRequest request, EnvironmentVersion version)
      throws CatalogException {
    long began = System.nanoTime();
    CompileResult result;
    admission.enter();
    try {
      result = compiler.compile(request, version.loader());
    } catch (CompilationException e) {
      log(e.logs());
      String message = String.valueOf(e.getMessage());
      String node = message.contains(request.certname()) ? "" : " on node " + request.certname();
      LOG.error("{}{}", message, node);
      throw CatalogException.failed(message, e.logs());
    } catch (IllegalStateException e) {
      if (e.getCause() instanceof StoreUnavailableException away) {
        LOG.warn("No catalog for {}: {}", request.certname(), away.getMessage());
        throw CatalogException.unavailable(String.valueOf(away.getMessage()));
      }
      throw e;
    } finally {
      admission.leave();
    }
    log(result.logs());
    double seconds = (System.nanoTime() - began) / (double) TimeUnit.SECONDS.toNanos(1);
    LOG.info(
        "Compiled catalog for {} in environment {} in {} seconds",
        request.certname(),
        version.name(),
        String.format(Locale.ROOT, "%.3f", seconds));
    return new CatalogAnswer.Compiled(
        result.catalog(), Bytes.of(render(result.catalog())), result.logs());
  }

  private byte[] render(CompiledCatalog catalog) {
    var out = new ByteArrayOutputStream(1024 + catalog.resourceCount() * 400);
    try (JsonGenerator generator = json.createGenerator(out)) {
      catalog.writeTo(generator);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
    return out.toByteArray();
  }

  private void keep(
      CatalogQuery query,
      EnvironmentVersion version,
      CatalogAnswer.Compiled compiled,
      @Nullable Facts keeping)
      throws CatalogException {
    CompiledCatalog catalog = compiled.catalog();
    RunOutcome outcome =
        store.store(
            new CompiledRun(
                new Certname(query.certname()),
                new EnvironmentName(version.name()),
                version.generation(),
                String.valueOf(catalog.version()),
                version.codeId(),
                catalog.catalogUuid(),
                compiled.json(),
                catalog.exports(),
                keeping),
            query.facts());
    if (outcome instanceof RunOutcome.Stale stale) {
      throw behind(version, stale.generation());
    }
  }

  private static void log(List<LogEntry> entries) {
    for (LogEntry entry : entries) {
      String line = entry.source() + " " + entry.message() + where(entry);
      switch (entry.level()) {
        case "debug" -> PUPPET.debug("{}", line);
        case "info", "notice" -> PUPPET.info("{}", line);
        case "warning" -> PUPPET.warn("{}", line);
        default -> PUPPET.error("{}", line);
      }
    }
  }

  private static String where(LogEntry entry) {
    return entry.file() == null
        ? ""
        : " (file: %s, line: %d)".formatted(entry.file(), entry.line());
  }
}
