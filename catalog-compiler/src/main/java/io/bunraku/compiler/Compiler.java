// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler;

import io.bunraku.compiler.catalog.CatalogCompiler;
import io.bunraku.compiler.catalog.ModuleResourceTypes;
import io.bunraku.compiler.eval.Compilation;
import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.eval.Jump;
import io.bunraku.compiler.eval.Scope;
import io.bunraku.compiler.loader.EnvironmentLoader;
import io.bunraku.compiler.port.CompilerPorts;
import io.bunraku.compiler.port.KnownResourceTypes;
import io.bunraku.compiler.syntax.Diagnostic;
import io.bunraku.compiler.syntax.SyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Compiles catalogs, on threads of its own: as many at a time as it was made for, each with a stack
 * that is deep enough for the nesting that the evaluator allows. Callers wait, on any thread.
 */
public final class Compiler implements AutoCloseable {

  /** Puppet's default of {@code max_errors}. */
  private static final int MAX_ERRORS = 10;

  private static final long STACK_BYTES = 256L << 20;

  private final ExecutorService threads;
  private final Parts parts;
  private final KnownResourceTypes known = KnownResourceTypes.load();
  private final Map<EnvironmentLoader, ModuleResourceTypes> types =
      Collections.synchronizedMap(new WeakHashMap<>());

  /**
   * Creates a compiler.
   *
   * @param threads how many compiles run at a time; more wait
   * @param timeLimit how long a compile may take before it fails
   */
  public Compiler(int threads, Duration timeLimit) {
    this.threads = Executors.newFixedThreadPool(threads, new DeepStacks());
    this.parts = new Parts(timeLimit);
  }

  private static final class DeepStacks implements ThreadFactory {
    private final AtomicInteger count = new AtomicInteger();

    @Override
    public Thread newThread(Runnable task) {
      Thread thread = new Thread(null, task, "compile-" + count.incrementAndGet(), STACK_BYTES);
      thread.setDaemon(true);
      return thread;
    }
  }

  /**
   * Compiles the catalog of one node.
   *
   * @param request the node
   * @param loader the environment version
   * @param ports every effect
   * @throws CompilationException with Puppet's words when the code is wrong or takes too much
   */
  public CompileResult compile(
      CompileRequest request, EnvironmentLoader loader, CompilerPorts ports)
      throws CompilationException {
    return waitFor(request, threads.submit(() -> compileHere(request, loader, ports)));
  }

  private static <T> T waitFor(CompileRequest request, Future<T> result)
      throws CompilationException {
    try {
      return result.get();
    } catch (InterruptedException e) {
      result.cancel(true);
      Thread.currentThread().interrupt();
      throw failure(request, "Interrupted", List.of());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof CompilationException failure) {
        throw failure;
      }
      throw new IllegalStateException("a compile failed for no reason of the code", e.getCause());
    }
  }

  /**
   * Asks a question in the top scope of a node, once its manifest has been evaluated.
   *
   * @param request the node
   * @param loader the environment version
   * @param ports every effect
   * @param question is asked on this compiler's thread; may throw what evaluation throws
   * @throws CompilationException with Puppet's words when the code or the question fails
   */
  public <T> T ask(
      CompileRequest request,
      EnvironmentLoader loader,
      CompilerPorts ports,
      Function<Scope, T> question)
      throws CompilationException {
    return waitFor(
        request,
        threads.submit(() ->
            guarded(
                request,
                loader,
                ports,
                (catalog, compilation, logs) -> {
                  catalog.compile(compilation);
                  return question.apply(catalog.topScope());
                })));
  }

  /** What is made of the parts of a compile. */
  private interface Work<T> {
    T of(CatalogCompiler catalog, Compilation compilation, List<LogEntry> logs);
  }

  private CompileResult compileHere(
      CompileRequest request, EnvironmentLoader loader, CompilerPorts ports)
      throws CompilationException {
    return guarded(
        request,
        loader,
        ports,
        (catalog, compilation, logs) -> new CompileResult(catalog.compile(compilation), logs));
  }

  private <T> T guarded(
      CompileRequest request, EnvironmentLoader loader, CompilerPorts ports, Work<T> work)
      throws CompilationException {
    List<LogEntry> logs = new ArrayList<>();
    try {
      EnvironmentLoader session = loader.session(warning -> logs.add(log(warning)));
      parseMainManifests(request, session, logs);
      CatalogCompiler catalog = new CatalogCompiler(request, session, types(loader));
      Compilation compilation =
          parts.compilation(request, ports, session, catalog.operations(), logs::add);
      return work.of(catalog, compilation, logs);
    } catch (EvaluationException e) {
      throw failure(request, e, logs);
    } catch (SyntaxException e) {
      throw failure(request, "", e, logs);
    } catch (Jump e) {
      throw failure(request, "Puppet::Pops::Evaluator::PuppetStopIteration", logs);
    } catch (StackOverflowError e) {
      throw new CompilationException("stack level too deep", null, null, 0, 0, logs);
    }
  }

  private ModuleResourceTypes types(EnvironmentLoader version) {
    return types.computeIfAbsent(version, key -> new ModuleResourceTypes(known));
  }

  private static LogEntry error(Diagnostic error) {
    return new LogEntry("err", error.message(), "Puppet", error.file(), error.line());
  }

  private static LogEntry log(Diagnostic warning) {
    return new LogEntry("warning", warning.message(), "Puppet", warning.file(), warning.line());
  }

  /** Puppet parses the main manifests before anything else, and says so when it cannot. */
  private static void parseMainManifests(
      CompileRequest request, EnvironmentLoader session, List<LogEntry> logs)
      throws CompilationException {
    try {
      session.mainManifests();
    } catch (SyntaxException e) {
      throw failure(
          request, "Could not parse for environment " + request.environment() + ": ", e, logs);
    }
  }

  private static CompilationException failure(
      CompileRequest request, String prefix, SyntaxException e, List<LogEntry> logs) {
    e.warnings().forEach(warning -> logs.add(log(warning)));
    if (e.diagnostics().size() > 1) {
      e.diagnostics().stream().limit(MAX_ERRORS).forEach(error -> logs.add(error(error)));
    }
    return new CompilationException(
        prefix + e.getMessage() + onNode(request),
        e.issueCode(),
        e.file(),
        e.line(),
        e.column(),
        logs);
  }

  private static CompilationException failure(
      CompileRequest request, EvaluationException e, List<LogEntry> logs) {
    return new CompilationException(
        e.isNodeNamed() ? e.fullMessage() + onNode(request) : e.fullMessage(),
        e.issueCode(),
        e.site() == null ? null : e.site().file(),
        e.site() == null ? 0 : e.site().line(),
        e.site() == null || !e.columnKnown() ? 0 : e.site().column(),
        logs);
  }

  private static CompilationException failure(
      CompileRequest request, String message, List<LogEntry> logs) {
    return new CompilationException(message + onNode(request), null, null, 0, 0, logs);
  }

  private static String onNode(CompileRequest request) {
    return " on node " + request.certname();
  }

  /** Stops the threads; compiles that run end first. */
  @Override
  public void close() {
    threads.shutdown();
  }
}
