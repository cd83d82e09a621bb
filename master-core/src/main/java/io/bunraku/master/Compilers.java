// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master;

import io.bunraku.compiler.Compiler;
import io.bunraku.compiler.port.CompilerPorts;
import io.bunraku.compiler.port.ExportedResourceFinder;
import io.bunraku.compiler.port.RubyBridge;
import io.bunraku.master.catalog.CatalogCompiler;
import io.bunraku.master.config.MasterConfig;
import io.bunraku.master.node.ExecClassifier;
import io.bunraku.master.node.NodeClassifier;
import io.bunraku.storeconfig.StoreConfigs;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.function.Function;

/** Makes what compiles, the same for a master and for somebody at this machine. */
public final class Compilers {

  /** How many catalogs may be compiled or wait for it; each waiting one holds its node's facts. */
  static final int WAITING = 500;

  /** Longer than any compile of a real site takes; endless ones end here. */
  private static final Duration TIME_LIMIT = Duration.ofMinutes(2);

  private static final Duration CLASSIFIER_TIMEOUT = Duration.ofMinutes(1);

  private Compilers() {}

  /** A compiler that uses all processors. */
  static Compiler open() {
    return open(Runtime.getRuntime().availableProcessors());
  }

  /**
   * A compiler.
   *
   * @param threads how many compiles run at a time
   */
  public static Compiler open(int threads) {
    return new Compiler(threads, TIME_LIMIT);
  }

  /**
   * Binds the ports.
   *
   * @param exports what collectors see when they are compiled in an environment
   */
  public static CatalogCompiler over(
      Compiler compiler, Function<String, ExportedResourceFinder> exports, Clock clock) {
    RubyBridge ruby = ruby();
    SecureRandom random = new SecureRandom();
    return (request, environment) ->
        compiler.compile(
            request,
            environment,
            new CompilerPorts(exports.apply(request.environment()), ruby, clock, random));
  }

  /** All effects that a compile may have. */
  public static CompilerPorts ports(ExportedResourceFinder exports, Clock clock) {
    return new CompilerPorts(exports, ruby(), clock, new SecureRandom());
  }

  /** What collectors of exported resources see when they are compiled in an environment. */
  static Function<String, ExportedResourceFinder> exports(MasterConfig config, StoreConfigs store) {
    if (!config.storeconfigs()) {
      return environment -> ExportedResourceFinder.NONE;
    }
    return switch (config.collectorScope()) {
      case ALL -> environment -> store.exports()::find;
      case ENVIRONMENT -> environment -> query -> store.exports().find(query.in(environment));
    };
  }

  /** Who classifies nodes. */
  public static NodeClassifier classifier(MasterConfig config) {
    return switch (config.nodeTerminus()) {
      case PLAIN -> NodeClassifier.PLAIN;
      case EXEC ->
          new ExecClassifier(Objects.requireNonNull(config.externalNodes()), CLASSIFIER_TIMEOUT);
    };
  }

  private static RubyBridge ruby() {
    return ServiceLoader.load(RubyBridge.class).findFirst().orElse(RubyBridge.NONE);
  }
}
