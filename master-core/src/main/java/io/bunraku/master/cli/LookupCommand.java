// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.cli;

import io.bunraku.compiler.CompilationException;
import io.bunraku.compiler.CompileRequest;
import io.bunraku.compiler.Compiler;
import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.eval.Scope;
import io.bunraku.compiler.hiera.Explainer;
import io.bunraku.compiler.hiera.HieraLookup;
import io.bunraku.compiler.hiera.LookupRequest;
import io.bunraku.compiler.loader.ProgramCache;
import io.bunraku.compiler.port.ExportedResourceFinder;
import io.bunraku.compiler.type.TypeAsserter;
import io.bunraku.compiler.type.TypeParser;
import io.bunraku.master.Compilers;
import io.bunraku.master.PuppetSettings;
import io.bunraku.master.config.ConfigException;
import io.bunraku.master.config.MasterConfig;
import io.bunraku.master.environment.EnvironmentException;
import io.bunraku.master.environment.EnvironmentVersion;
import io.bunraku.master.environment.Environments;
import io.bunraku.master.environment.Generations;
import io.bunraku.master.node.LanguageValues;
import io.bunraku.master.node.ServerFacts;
import io.bunraku.master.node.TrustedFacts;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bunraku lookup}: what Hiera has for a node, and how it got there. */
@Command(
    name = "lookup",
    mixinStandardHelpOptions = true,
    description = "Looks keys up as the function lookup() does for a node, and prints the value.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  bunraku lookup ntp::servers --node web1.example.com --facts web1.json",
      "  bunraku lookup ntp::servers --node web1.example.com --explain",
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:The value, or the explanation, is on stdout",
      " 1:No data has the key, or the lookup failed; the error is on stderr",
      " 2:The command line or the configuration has to be corrected",
    })
public final class LookupCommand implements Callable<Integer> {

  private static final String HELP = "\nRun 'bunraku lookup --help' for more details";

  @Spec private CommandSpec spec;
  @Mixin private ConfigOptions configuration;

  @Parameters(paramLabel = "KEY", arity = "0..*", description = "Keys; the first one found counts.")
  private List<String> keys = List.of();

  @Option(names = "--codedir", paramLabel = "DIR", description = "Holds environments/.")
  private @Nullable Path codedir;

  @Option(names = "--environment", paramLabel = "ENV", defaultValue = "production")
  private String environment;

  @Option(names = "--node", paramLabel = "NAME", required = true, description = "Its certname.")
  private String node;

  @Option(names = "--facts", paramLabel = "FILE", description = "Its facts, in JSON or YAML.")
  private @Nullable Path factsFile;

  @Option(names = "--merge", paramLabel = "TYPE", description = "first, unique, hash or deep.")
  private @Nullable String merge;

  @Option(names = "--knock-out-prefix", paramLabel = "PREFIX", description = "With --merge deep.")
  private @Nullable String prefix;

  @Option(names = "--sort-merged-arrays", description = "With --merge deep.")
  private boolean sortMergedArrays;

  @Option(names = "--merge-hash-arrays", description = "With --merge deep.")
  private boolean mergeHashArrays;

  @Option(names = "--type", paramLabel = "TYPE", description = "What the value must be.")
  private @Nullable String type;

  @Option(names = "--default", paramLabel = "VALUE", description = "Used when nothing is found.")
  private @Nullable String defaultValue;

  @Option(names = "--render-as", paramLabel = "FORMAT", description = "s, json or yaml.")
  private @Nullable String format;

  @Option(
      names = {"--compile", "-c"},
      description = "Compiles the node's catalog first, so that variables of manifests are seen.")
  private boolean compiles;

  @Option(names = "--explain", description = "Tells where was searched instead.")
  private boolean explain;

  @Option(names = "--explain-options", description = "Tells where lookup_options come from.")
  private boolean explainOptions;

  /** For picocli, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  public LookupCommand() {}

  @Override
  public Integer call() throws ConfigException, IOException {
    MasterConfig config =
        configuration.load(codedir == null ? List.of() : List.of("codedir=" + codedir));
    try {
      return call(config, request());
    } catch (Refusal e) {
      return failed(String.valueOf(e.getMessage()));
    }
  }

  /** What Puppet's command refuses too: its words and its status. */
  private static final class Refusal extends RuntimeException {
    Refusal(String message) {
      super(message, null, false, false);
    }
  }

  private int call(MasterConfig config, LookupRequest request) throws ConfigException, IOException {
    boolean explains = explain || explainOptions;
    Explainer explainer = explains ? new Explainer(explainOptions && !explain) : null;
    try (Compiler compiler = Compilers.open(1)) {
      Object value = value(config, compiler, request, explainer);
      if (value instanceof NotFound missing) {
        if (explainer == null) {
          return Failures.FAILED;
        }
        if (!explainOptions || explain) {
          explainer.text(missing.message());
        }
      }
      print(explainer == null ? rendering(LookupRendering.yaml).of(value) : explained(explainer));
      return 0;
    } catch (CompilationException e) {
      return failed(String.valueOf(e.getMessage()));
    }
  }

  /** What a lookup says instead of a value: a remark of an explanation, and nothing without one. */
  private record NotFound(String message) {}

  private LookupRendering rendering(LookupRendering otherwise) {
    if (format == null) {
      return otherwise;
    }
    try {
      return LookupRendering.valueOf(format.toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new Refusal("Unknown rendering format '%s'".formatted(format));
    }
  }

  private String explained(Explainer explainer) {
    LookupRendering rendering = rendering(LookupRendering.s);
    return rendering == LookupRendering.s ? explainer.explain() : rendering.of(explainer.toHash());
  }

  private int failed(String message) {
    String suffix = " on node " + node;
    String text =
        message.endsWith(suffix)
            ? message.substring(0, message.length() - suffix.length())
            : message;
    spec.commandLine().getErr().println("Error: Could not run: " + text);
    return Failures.FAILED;
  }

  private Object value(
      MasterConfig config, Compiler compiler, LookupRequest request, @Nullable Explainer explainer)
      throws ConfigException, IOException, CompilationException {
    EnvironmentVersion version;
    try {
      version =
          new Environments(config, new ProgramCache(), Generations.NONE, compiles ? null : "undef")
              .find(environment, false);
    } catch (EnvironmentException e) {
      throw new ConfigException(String.valueOf(e.getMessage()));
    }
    if (version == null) {
      throw new ConfigException("--environment " + environment + ": there is no such environment");
    }
    return compiler.ask(
        compileRequest(config),
        version.loader(),
        Compilers.ports(ExportedResourceFinder.NONE, Clock.systemUTC()),
        scope -> found(scope, request, explainer));
  }

  private static Object found(Scope scope, LookupRequest request, @Nullable Explainer explainer) {
    try {
      return new HieraLookup(scope.compilation().loader()).lookup(scope, request, explainer);
    } catch (EvaluationException e) {
      if (e.isPreformatted()) {
        return new NotFound(String.valueOf(e.getMessage()));
      }
      throw e;
    }
  }

  private CompileRequest compileRequest(MasterConfig config) throws ConfigException, IOException {
    return new CompileRequest(
        node,
        environment,
        LanguageValues.facts(LookupFacts.read(factsFile)),
        TrustedFacts.local(node),
        ServerFacts.of(config).in(environment),
        Map.of(),
        Map.of(),
        PuppetSettings.of(config),
        config.options(),
        null);
  }

  private LookupRequest request() {
    if (keys.isEmpty()) {
      if (!explainOptions || explain) {
        throw new Refusal("No keys were given to lookup.");
      }
      keys = List.of("__global__");
    }
    LookupRequest request =
        LookupRequest.of(keys.size() == 1 ? keys.get(0) : keys).withMerge(mergeOptions());
    if (type != null) {
      String text = type;
      request =
          request.withCheck((subject, value) ->
              TypeAsserter.assertInstanceOf(subject, TypeParser.parseBuiltin(text), value));
    }
    return defaultValue == null ? request : request.withDefault(defaultValue);
  }

  private @Nullable Object mergeOptions() {
    boolean deep = "deep".equals(merge);
    if (!deep && (sortMergedArrays || mergeHashArrays || prefix != null)) {
      throw new Refusal(
          "The options --knock-out-prefix, --sort-merged-arrays, and --merge-hash-arrays are only"
              + " available with '--merge deep'"
              + HELP);
    }
    if (merge == null) {
      return null;
    }
    if (!deep && !List.of("first", "unique", "hash").contains(merge)) {
      throw new Refusal(
          "The --merge option only accepts 'first', 'hash', 'unique', or 'deep'" + HELP);
    }
    Map<String, Object> options = new LinkedHashMap<>();
    options.put("strategy", merge);
    if (deep) {
      options.put("sort_merged_arrays", sortMergedArrays);
      options.put("merge_hash_arrays", mergeHashArrays);
      if (prefix != null) {
        options.put("knockout_prefix", prefix);
      }
    }
    return options;
  }

  private void print(String text) {
    PrintWriter out = spec.commandLine().getOut();
    out.print(text.endsWith("\n") ? text : text + "\n");
    out.flush();
  }
}
