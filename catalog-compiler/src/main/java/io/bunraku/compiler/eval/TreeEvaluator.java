// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

import io.bunraku.compiler.function.DeclaredReturn;
import io.bunraku.compiler.function.PuppetLambda;
import io.bunraku.compiler.link.Bindings;
import io.bunraku.compiler.syntax.Access;
import io.bunraku.compiler.syntax.AttributeOperation;
import io.bunraku.compiler.syntax.Call;
import io.bunraku.compiler.syntax.Call.LambdaExpression;
import io.bunraku.compiler.syntax.CatalogExpression;
import io.bunraku.compiler.syntax.Control;
import io.bunraku.compiler.syntax.Definition;
import io.bunraku.compiler.syntax.Expression;
import io.bunraku.compiler.syntax.KeyedEntry;
import io.bunraku.compiler.syntax.Literal;
import io.bunraku.compiler.syntax.Operation;
import io.bunraku.compiler.syntax.Program;
import io.bunraku.compiler.syntax.Text;
import io.bunraku.compiler.type.PuppetType;
import io.bunraku.compiler.value.Default;
import io.bunraku.compiler.value.Undef;
import io.bunraku.compiler.value.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Walks the tree: one arm a node, named as in {@code evaluator_impl.rb}. An instance belongs to one
 * compile.
 */
public final class TreeEvaluator implements Evaluator {

  private final Bindings bindings;

  /** What an element of a list needs at least, in bytes. */
  private static final int REFERENCE = 4;

  private final Budget budget;
  private final Assignment assignment = new Assignment(this);
  private final Conditions conditions = new Conditions(this);
  private final Comparisons comparisons = new Comparisons(this);
  private final References references;
  private final Signatures signatures;
  private final Calls calls;
  private final Resources resources = new Resources(this);
  private final Variables variables = new Variables(this);
  private final Texts texts;

  /**
   * Creates the evaluator of one compile.
   *
   * @param bindings of the environment version
   * @param limits what the compile may use
   */
  public TreeEvaluator(Bindings bindings, Limits limits) {
    this.bindings = bindings;
    this.budget = new Budget(limits, System::nanoTime, JvmMemory.INSTANCE);
    this.references = new References(this, bindings);
    this.signatures = new Signatures(this, references);
    this.calls = new Calls(this, bindings, budget);
    this.texts = new Texts(this, budget);
  }

  Bindings bindings() {
    return bindings;
  }

  Signatures signatures() {
    return signatures;
  }

  @Override
  public PuppetType parseType(String text, Scope scope) {
    return references.typeNames().parse(text, scope);
  }

  @Override
  public Object evaluate(Expression expression, Scope scope) {
    // These few are most of all visits and need neither position nor family.
    if (expression instanceof Literal.LiteralString literal) {
      return literal.value();
    }
    if (expression instanceof Literal.QualifiedName name) {
      return name.value();
    }
    budget.descend(expression, scope);
    try {
      if (expression instanceof Access.VariableExpression variable) {
        return variables.evalVariableExpression(variable, scope);
      }
      return evalFrequent(expression, scope);
    } catch (EvaluationException e) {
      throw Issues.positioned(e, scope, expression);
    } finally {
      budget.ascend();
    }
  }

  /** Most visits end here; a short ladder is faster than two pattern switches. */
  private Object evalFrequent(Expression expression, Scope scope) {
    if (expression instanceof Text.ConcatenatedString o) {
      return texts.evalConcatenatedString(o, scope);
    }
    if (expression instanceof Text.TextExpression o) {
      return texts.evalTextExpression(o, scope);
    }
    if (expression instanceof Access.AccessExpression o) {
      return references.evalAccessExpression(o, scope);
    }
    if (expression instanceof Call.CallNamedFunctionExpression o) {
      return calls.evalCallNamedFunctionExpression(o, scope);
    }
    if (expression instanceof Control.BlockExpression o) {
      return evalBlockExpression(o, scope);
    }
    return evalFamily(expression, scope);
  }

  private Object evalFamily(Expression expression, Scope scope) {
    return switch (expression) {
      case Literal literal -> evalLiteral(literal, scope);
      case Operation operation -> evalOperation(operation, scope);
      case Access access -> evalAccess(access, scope);
      case Text text -> texts.eval(text, scope);
      case Control control -> evalControl(control, scope);
      case Call call -> evalCall(call, scope);
      case CatalogExpression catalog -> resources.eval(catalog, scope);
      case Definition definition -> Undef.UNDEF;
    };
  }

  private Object evalLiteral(Literal literal, Scope scope) {
    return switch (literal) {
      case Literal.LiteralString o -> o.value();
      case Literal.LiteralInteger o -> o.value();
      case Literal.LiteralFloat o -> o.value();
      case Literal.LiteralBoolean o -> o.value();
      case Literal.LiteralUndef o -> Undef.UNDEF;
      case Literal.LiteralDefault o -> Default.DEFAULT;
      case Literal.LiteralRegularExpression o -> bindings.regexp(o.pattern());
      case Literal.LiteralList o -> unfold(o.values(), scope);
      case Literal.LiteralHash o -> evalLiteralHash(o, scope);
      case Literal.QualifiedName o -> o.value();
      case Literal.QualifiedReference o -> references.evalQualifiedReference(o, scope);
      case Literal.ReservedWord o -> evalReservedWord(o, scope);
    };
  }

  private Object evalLiteralHash(Literal.LiteralHash o, Scope scope) {
    Map<Object, Object> result = LinkedHashMap.newLinkedHashMap(o.entries().size());
    for (KeyedEntry entry : o.entries()) {
      Object key = evaluate(entry.key(), scope);
      result.put(key, evaluate(entry.value(), scope));
    }
    return result;
  }

  private static Object evalReservedWord(Literal.ReservedWord o, Scope scope) {
    if (o.future()) {
      return o.word();
    }
    throw Issues.at(
        scope,
        o,
        "RESERVED_WORD",
        "Use of reserved word: " + o.word() + ", must be quoted if intended to be a String value");
  }

  private Object evalOperation(Operation operation, Scope scope) {
    return switch (operation) {
      case Operation.ParenthesizedExpression o -> evaluate(o.expr(), scope);
      case Operation.NotExpression o -> !Values.isTrue(evaluate(o.expr(), scope));
      case Operation.UnaryMinusExpression o -> evalUnaryMinusExpression(o, scope);
      case Operation.UnfoldExpression o -> Unfolding.toList(evaluate(o.expr(), scope));
      case Operation.AssignmentExpression o -> assignment.evalAssignmentExpression(o, scope);
      case Operation.ArithmeticExpression o -> evalArithmeticExpression(o, scope);
      case Operation.ComparisonExpression o -> comparisons.evalComparisonExpression(o, scope);
      case Operation.MatchExpression o -> comparisons.evalMatchExpression(o, scope);
      case Operation.InExpression o -> evalInExpression(o, scope);
      case Operation.AndExpression o ->
          Values.isTrue(evaluate(o.left(), scope)) && Values.isTrue(evaluate(o.right(), scope));
      case Operation.OrExpression o ->
          Values.isTrue(evaluate(o.left(), scope)) || Values.isTrue(evaluate(o.right(), scope));
      case Operation.RelationshipExpression o -> resources.evalRelationshipExpression(o, scope);
    };
  }

  private Object evalUnaryMinusExpression(Operation.UnaryMinusExpression o, Scope scope) {
    return Arithmetic.negate(Arithmetic.coerceNumeric(evaluate(o.expr(), scope), o, scope));
  }

  private Object evalArithmeticExpression(Operation.ArithmeticExpression o, Scope scope) {
    Object left = evaluate(o.left(), scope);
    Object right = evaluate(o.right(), scope);
    if (left instanceof List<?> list && right instanceof List<?> more) {
      budget.admit((long) REFERENCE * (list.size() + more.size()), o, scope);
    }
    return Arithmetic.calculate(left, right, o, scope);
  }

  private Object evalInExpression(Operation.InExpression o, Scope scope) {
    Object left = evaluate(o.left(), scope);
    return CompareOperator.include(evaluate(o.right(), scope), left, scope);
  }

  private Object evalAccess(Access access, Scope scope) {
    return switch (access) {
      case Access.VariableExpression o -> variables.evalVariableExpression(o, scope);
      case Access.AccessExpression o -> references.evalAccessExpression(o, scope);
      case Access.NamedAccessExpression o ->
          throw new EvaluationException("a method cannot be read without calling it");
    };
  }

  private Object evalControl(Control control, Scope scope) {
    return switch (control) {
      case Control.Nop o -> Undef.UNDEF;
      case Control.BlockExpression o -> evalBlockExpression(o, scope);
      case Control.IfExpression o -> conditions.evalIfExpression(o, scope);
      case Control.UnlessExpression o -> conditions.evalUnlessExpression(o, scope);
      case Control.CaseExpression o -> conditions.evalCaseExpression(o, scope);
      case Control.SelectorExpression o -> conditions.evalSelectorExpression(o, scope);
    };
  }

  private Object evalBlockExpression(Control.BlockExpression o, Scope scope) {
    Object result = Undef.UNDEF;
    List<Expression> statements = o.statements();
    for (int i = 0; i < statements.size(); i++) {
      result = evaluate(statements.get(i), scope);
    }
    return result;
  }

  private Object evalCall(Call call, Scope scope) {
    return switch (call) {
      case Call.CallNamedFunctionExpression o -> calls.evalCallNamedFunctionExpression(o, scope);
      case Call.CallMethodExpression o -> calls.evalCallMethodExpression(o, scope);
      case Call.LambdaExpression o -> lambda(o, scope);
    };
  }

  /** Evaluates expressions to a list into which unfolded ones put all of their elements. */
  List<Object> unfold(List<Expression> expressions, Scope scope) {
    List<Object> result = new ArrayList<>(expressions.size());
    unfold(result, expressions, scope);
    return result;
  }

  void unfold(List<Object> result, List<Expression> expressions, Scope scope) {
    for (int i = 0; i < expressions.size(); i++) {
      Expression expression = Conditions.unwindParentheses(expressions.get(i));
      Object value = evaluate(expression, scope);
      if (expression instanceof Operation.UnfoldExpression) {
        result.addAll((List<?>) value);
      } else {
        result.add(value);
      }
    }
  }

  @Override
  public Object evaluateBody(Expression body, Scope scope) {
    Scope.Mark before = scope.mark();
    try {
      return evaluate(body, scope);
    } catch (Jump.Next | Jump.Return e) {
      return e.value();
    } finally {
      scope.reset(before);
    }
  }

  @Override
  public Object evaluateNode(Expression body, Scope scope) {
    Scope.Mark before = scope.mark();
    try {
      return evaluate(body, scope);
    } catch (Jump.Next | Jump.Return e) {
      throw illegal(e);
    } finally {
      scope.reset(before);
    }
  }

  @Override
  public Object evaluateProgram(Program program, Scope scope) {
    Scope.Mark before = scope.mark();
    scope.enter(program.source());
    try {
      return evaluate(program.body(), scope);
    } catch (Jump e) {
      throw illegal(e);
    } finally {
      scope.reset(before);
    }
  }

  /** Puppet knows where a jump was called from by its stack, where code has no file. */
  private static EvaluationException illegal(Jump jump) {
    String message = String.valueOf(jump.getMessage());
    return jump.site().file() != null
        ? EvaluationException.atLine(message, null, jump.site())
        : EvaluationException.preformatted(
            message + Site.location("unknown", jump.site().line(), 0), null);
  }

  @Override
  public List<ResourceParameter> evaluateOperations(
      List<AttributeOperation> operations, Scope scope) {
    return resources.evaluateOperations(operations, scope);
  }

  @Override
  public PuppetLambda lambda(LambdaExpression lambda, Scope scope) {
    return calls.lambda(lambda, scope);
  }

  @Override
  public Object callFunction(
      String name, List<Object> arguments, @Nullable PuppetLambda block, Scope scope, Site site) {
    return calls.callFunction(name, arguments, block, scope, site);
  }

  @Override
  public @Nullable DeclaredReturn declaredReturn(
      String name, List<Object> arguments, Scope scope, Site site) {
    return calls.declaredReturn(name, arguments, scope, site);
  }
}
