// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.template;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.eval.Evaluator;
import io.bunraku.compiler.eval.Scope;
import io.bunraku.compiler.loader.EnvironmentLoader;
import io.bunraku.compiler.syntax.Call.LambdaExpression;
import io.bunraku.compiler.syntax.Program;
import io.bunraku.compiler.syntax.SyntaxException;
import io.bunraku.compiler.syntax.Text.EppExpression;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Renders EPP: the functions {@code epp} and {@code inline_epp}. A template is a lambda; one in a
 * file sees global variables only, one in a string all that its caller sees.
 */
public final class EppTemplates {

  private EppTemplates() {}

  /**
   * Renders a template of a module.
   *
   * @param reference {@code module/file}, with or without {@code .epp}, or an absolute path
   * @param arguments values by parameter, or null when none were given
   * @param scope the calling scope
   * @return a string, or a {@code Sensitive} around one
   * @throws EvaluationException unpositioned, when there is no such template or it is not valid
   */
  public static Object render(String reference, @Nullable Map<?, ?> arguments, Scope scope) {
    EnvironmentLoader loader = scope.compilation().loader();
    Program program = parsed("epp", () -> loader.template(find(reference, loader)));
    return evaluate("epp", program, arguments, scope, true);
  }

  /**
   * Renders a template that is given as text.
   *
   * @param text the whole template
   * @param arguments values by parameter, or null when none were given
   * @param scope the calling scope
   * @return a string, or a {@code Sensitive} around one
   * @throws EvaluationException unpositioned, when it is not valid
   */
  public static Object renderInline(String text, @Nullable Map<?, ?> arguments, Scope scope) {
    EnvironmentLoader loader = scope.compilation().loader();
    Program program = parsed("inline_epp", () -> loader.inlineTemplate(text));
    return evaluate("inline_epp", program, arguments, scope, false);
  }

  private static Path find(String reference, EnvironmentLoader loader) {
    boolean given = reference.startsWith("/") && loader.files().exists(Path.of(reference));
    return file(given || reference.endsWith(".epp") ? reference : reference + ".epp", loader);
  }

  /**
   * The file of a template.
   *
   * @param name {@code module/file} or an absolute path
   * @throws EvaluationException unpositioned, when there is no such file
   */
  public static Path file(String name, EnvironmentLoader loader) {
    Path found = name.startsWith("/") ? Path.of(name) : inModule(name, loader);
    if (found == null || !loader.files().exists(found)) {
      throw new EvaluationException("Could not find template '%s'".formatted(name));
    }
    return found;
  }

  private static @Nullable Path inModule(String name, EnvironmentLoader loader) {
    int slash = name.indexOf('/');
    return slash < 0
        ? null
        : loader.modules().file(name.substring(0, slash), "templates", name.substring(slash + 1));
  }

  private static Program parsed(String function, Supplier<Program> parse) {
    try {
      return parse.get();
    } catch (SyntaxException e) {
      throw new EvaluationException("%s(): Invalid EPP: %s".formatted(function, e.getMessage()));
    }
  }

  private static Object evaluate(
      String function,
      Program program,
      @Nullable Map<?, ?> arguments,
      Scope scope,
      boolean globalOnly) {
    if (!(program.body() instanceof LambdaExpression lambda)
        || !(lambda.body() instanceof EppExpression template)) {
      throw new EvaluationException(
          "%s(): the parser did not produce a LambdaExpression".formatted(function));
    }
    if (!program.definitions().isEmpty()) {
      throw new EvaluationException(
          "%s(): The EPP template contains illegal expressions (definitions)".formatted(function));
    }
    Map<String, Object> own = unqualified(arguments, scope);
    Scope visible = globalOnly ? scope.findGlobalScope() : scope;
    Scope.Mark mark = visible.mark();
    if (globalOnly) {
      visible.enterGlobal(program.source());
    } else {
      visible.enter(program.source());
    }
    try {
      boolean enforceParameters = template.parametersSpecified() || arguments == null;
      Evaluator evaluator = scope.compilation().evaluator();
      return evaluator.lambda(lambda, visible).callByName(own, enforceParameters);
    } finally {
      visible.reset(mark);
    }
  }

  /** Arguments with qualified names become variables of all scopes; the others are returned. */
  private static Map<String, Object> unqualified(@Nullable Map<?, ?> arguments, Scope scope) {
    Map<String, Object> own = new LinkedHashMap<>();
    if (arguments != null) {
      arguments.forEach((key, value) -> {
        String name = String.valueOf(key);
        if (name.contains("::")) {
          scope.setQualifiedVariable(name.startsWith("::") ? name.substring(2) : name, value);
        } else {
          own.put(name, value);
        }
      });
    }
    return own;
  }
}
