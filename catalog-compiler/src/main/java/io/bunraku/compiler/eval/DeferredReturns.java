// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

import io.bunraku.compiler.LogEntry;
import io.bunraku.compiler.function.DeclaredReturn;
import io.bunraku.compiler.loader.ModuleIndex;
import io.bunraku.compiler.ruby.RubyInspect;
import io.bunraku.compiler.type.PuppetType;
import io.bunraku.compiler.value.Deferred;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands in for a deferred value when the parameter that gets it is checked: the type that its
 * function says it returns ({@code puppet/pops/types/type_mismatch_describer.rb}).
 */
public final class DeferredReturns {

  private final Scope scope;

  /** Looks for functions as a call in that scope would. */
  public DeferredReturns(Scope scope) {
    this.scope = scope;
  }

  /**
   * The type that a deferred call returns, or null when its function does not say, which is warned
   * of.
   *
   * @throws EvaluationException unpositioned, in Puppet's words, when there is no such function or
   *     it does not take the arguments
   */
  public @Nullable PuppetType of(Deferred deferred) {
    DeclaredReturn declared = declared(deferred);
    if (declared == null) {
      throw new EvaluationException("undefined method `dispatcher' for NilClass:Class");
    }
    if (!declared.accepts()) {
      throw new EvaluationException(
          "No matching arity found for %s with arguments %s"
              .formatted(deferred.name(), RubyInspect.inspect(deferred.arguments())));
    }
    if (declared.type() == null) {
      warn(deferred.name());
    }
    return declared.type();
  }

  private @Nullable DeclaredReturn declared(Deferred deferred) {
    DeclaredReturn known =
        scope
            .compilation()
            .evaluator()
            .declaredReturn(
                deferred.name(), deferred.arguments(), scope, new Site(scope.source(), 0));
    return known == null && isInRuby(deferred.name()) ? DeclaredReturn.UNSAID : known;
  }

  /** Whether a module has the function in Ruby, which may not be understood here. */
  private boolean isInRuby(String name) {
    ModuleIndex modules = scope.compilation().loader().modules();
    int namespace = name.indexOf("::");
    List<String> candidates =
        namespace < 0 ? List.copyOf(modules.names()) : List.of(name.substring(0, namespace));
    String file = name.replace("::", "/") + ".rb";
    return candidates.stream()
        .anyMatch(module ->
            modules.file(module, "lib", "puppet/functions/" + file) != null
                || modules.file(module, "lib", "puppet/parser/functions/" + file) != null);
  }

  private void warn(String function) {
    if (scope.isFirstWarning(function + "_deferred_warning")) {
      String text =
          "Deferred function "
              + function
              + " has no return_type, unable to guarantee value type during compilation."
              + "\n   (file & line not available)";
      scope.compilation().log().accept(new LogEntry("warning", text, "Puppet", null, 0));
    }
  }
}
