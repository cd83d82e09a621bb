// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.cli;

import io.bunraku.compiler.Compiler;
import io.bunraku.compiler.LogEntry;
import io.bunraku.compiler.loader.ProgramCache;
import io.bunraku.compiler.port.ExportedResourceFinder;
import io.bunraku.master.Compilers;
import io.bunraku.master.PuppetSettings;
import io.bunraku.master.catalog.Admission;
import io.bunraku.master.catalog.CatalogAnswer;
import io.bunraku.master.catalog.CatalogException;
import io.bunraku.master.catalog.CatalogQuery;
import io.bunraku.master.catalog.CatalogService;
import io.bunraku.master.catalog.RunStore;
import io.bunraku.master.config.ConfigException;
import io.bunraku.master.config.MasterConfig;
import io.bunraku.master.environment.Environments;
import io.bunraku.master.environment.Generations;
import io.bunraku.master.node.ServerFacts;
import io.bunraku.master.node.TrustedFacts;
import io.bunraku.storeconfig.model.Certname;
import io.bunraku.storeconfig.model.Facts;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bunraku compile}: one catalog as the server would send it, and nothing is kept. */
@Command(
    name = "compile",
    mixinStandardHelpOptions = true,
    description = {
      "Compiles one catalog without a server and a store, and prints it as JSON.",
      "Collectors find no exported resources here.",
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  bunraku compile --codedir code --node web1.example.com --facts web1.json",
      "  bunraku compile --node web1.example.com -e 'notify { $facts[\"kernel\"]: }'",
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:The catalog is on stdout",
      " 1:There is none; the error is on stderr",
      " 2:The command line or the configuration has to be corrected",
    })
public final class CompileCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private ConfigOptions configuration;

  @Option(
      names = "--codedir",
      paramLabel = "DIR",
      description = "Holds environments/; beats the configuration.")
  private @Nullable Path codedir;

  @Option(
      names = "--environment",
      paramLabel = "ENV",
      defaultValue = "production",
      description = "The environment; ${DEFAULT-VALUE} by default.")
  private String environment;

  @Option(
      names = "--node",
      paramLabel = "NAME",
      required = true,
      description = "The node's certname.")
  private String node;

  @Option(
      names = "--facts",
      paramLabel = "FILE",
      description = "Its facts in JSON: an object, or {\"name\": ..., \"values\": {...}}.")
  private @Nullable Path factsFile;

  @Option(
      names = "-e",
      paramLabel = "CODE",
      description = "Puppet code in place of the main manifest.")
  private @Nullable String code;

  /** For picocli, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  public CompileCommand() {}

  @Override
  public Integer call() throws ConfigException, IOException {
    MasterConfig config =
        configuration.load(codedir == null ? List.of() : List.of("codedir=" + codedir));
    if (!Certname.isValid(node)) {
      throw new ConfigException(
          "--node " + node + ": a certname is printable ASCII without /, up to 255 characters");
    }
    try (Compiler compiler = Compilers.open(1)) {
      CatalogAnswer answer = service(config, compiler).answer(query());
      return answer instanceof CatalogAnswer.Compiled compiled ? print(compiled) : Failures.FAILED;
    } catch (CatalogException e) {
      log(e.logs());
      err("Error: " + e.getMessage());
      return Failures.FAILED;
    }
  }

  private CatalogService service(MasterConfig config, Compiler compiler) {
    return new CatalogService(
        new Environments(config, new ProgramCache(), Generations.NONE, code),
        Compilers.classifier(config),
        ServerFacts.of(config),
        PuppetSettings.of(config),
        config.options(),
        Compilers.over(compiler, name -> ExportedResourceFinder.NONE, Clock.systemUTC()),
        new Admission(1),
        RunStore.NONE);
  }

  private CatalogQuery query() throws ConfigException, IOException {
    return new CatalogQuery(
        node,
        environment,
        false,
        true,
        new Facts(
            new Certname(node),
            null,
            FactsFile.read(factsFile),
            Clock.systemUTC().millis(),
            "compile"),
        TrustedFacts.local(node),
        false,
        false);
  }

  private int print(CatalogAnswer.Compiled compiled) {
    log(compiled.logs());
    PrintWriter out = spec.commandLine().getOut();
    out.println(new String(compiled.json().array(), StandardCharsets.UTF_8));
    out.flush();
    return 0;
  }

  /** As the server's log has them, levels first. */
  private void log(List<LogEntry> entries) {
    for (LogEntry entry : entries) {
      if (!entry.level().equals("debug")) {
        String level = entry.level();
        err(
            Character.toUpperCase(level.charAt(0))
                + level.substring(1)
                + ": "
                + entry.source()
                + ": "
                + entry.message());
      }
    }
  }

  private void err(String line) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(line);
    err.flush();
  }
}
