// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.function.builtin;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.function.Params;
import io.bunraku.compiler.function.PuppetFunction;
import io.bunraku.compiler.loader.EnvironmentLoader;
import io.bunraku.compiler.template.EppTemplates;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Templates: EPP is ours, ERB needs Ruby. */
final class TemplateFunctions {

  private static final String PARAMETERS = "Hash[Pattern[/^\\w+$/], Any] parameters";

  private static final String TEXT = "Variant[String, Sensitive[String]]";

  private TemplateFunctions() {}

  static void register(Registry functions) {
    functions.define(
        "epp",
        f ->
            f.returns(TEXT)
                .when(
                    Params.of("String path").optional(PARAMETERS),
                    (call, arguments, block) ->
                        EppTemplates.render(
                            (String) arguments.get(0), parameters(arguments), call.scope())));
    functions.define(
        "inline_epp",
        f ->
            f.returns(TEXT)
                .when(
                    Params.of("String template").optional(PARAMETERS),
                    (call, arguments, block) ->
                        EppTemplates.renderInline(
                            (String) arguments.get(0), parameters(arguments), call.scope())));
    defineErb(functions, "template");
    defineErb(functions, "inline_template");
  }

  private static @Nullable Map<?, ?> parameters(List<Object> arguments) {
    return arguments.size() > 1 ? (Map<?, ?>) arguments.get(1) : null;
  }

  private static void defineErb(Registry functions, String name) {
    functions.legacy(
        name,
        -2,
        (call, arguments, block) -> {
          PuppetFunction ruby = call.scope().compilation().ports().ruby().function(name);
          if (ruby == null) {
            if (name.equals("template")) {
              EnvironmentLoader loader = call.scope().compilation().loader();
              EppTemplates.file(PuppetView.LEGACY.text(arguments.get(0)), loader);
            }
            throw new EvaluationException(
                name + "(): ERB templates need Ruby, and this master runs without it");
          }
          return ruby.call(call, arguments, block);
        });
  }
}
