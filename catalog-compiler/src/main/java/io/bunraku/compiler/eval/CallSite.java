// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

import io.bunraku.compiler.function.CallContext;
import io.bunraku.compiler.function.PuppetLambda;
import io.bunraku.compiler.syntax.Source;
import io.bunraku.compiler.syntax.SyntaxException;
import io.bunraku.compiler.type.PuppetType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a function is called from, while it runs. */
record CallSite(TreeEvaluator evaluator, Scope scope, Source source, int offset)
    implements CallContext {

  @Override
  public Site site() {
    return new Site(source, offset);
  }

  @Override
  public PuppetType parseType(String text) {
    try {
      return evaluator.parseType(text, scope);
    } catch (SyntaxException e) {
      if (e.line() > 0) {
        throw e; // it tells where it is, if only within the text
      }
      throw new EvaluationException(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public Object callFunction(String name, List<Object> arguments, @Nullable PuppetLambda block) {
    return evaluator.callFunction(name, arguments, block, scope, site());
  }
}
