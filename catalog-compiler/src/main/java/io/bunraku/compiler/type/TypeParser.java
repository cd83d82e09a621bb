// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.syntax.Access.AccessExpression;
import io.bunraku.compiler.syntax.Expression;
import io.bunraku.compiler.syntax.Literal.LiteralBoolean;
import io.bunraku.compiler.syntax.Literal.LiteralDefault;
import io.bunraku.compiler.syntax.Literal.LiteralFloat;
import io.bunraku.compiler.syntax.Literal.LiteralHash;
import io.bunraku.compiler.syntax.Literal.LiteralInteger;
import io.bunraku.compiler.syntax.Literal.LiteralList;
import io.bunraku.compiler.syntax.Literal.LiteralRegularExpression;
import io.bunraku.compiler.syntax.Literal.LiteralString;
import io.bunraku.compiler.syntax.Literal.LiteralUndef;
import io.bunraku.compiler.syntax.Literal.QualifiedName;
import io.bunraku.compiler.syntax.Literal.QualifiedReference;
import io.bunraku.compiler.syntax.Operation.UnaryMinusExpression;
import io.bunraku.compiler.syntax.Parser;
import io.bunraku.compiler.syntax.Program;
import io.bunraku.compiler.syntax.Source;
import io.bunraku.compiler.syntax.Text.HeredocExpression;
import io.bunraku.compiler.value.Default;
import io.bunraku.compiler.value.PuppetRegexp;
import io.bunraku.compiler.value.Undef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads types, from text and from the syntax tree ({@code type_parser.rb}). Nothing is evaluated:
 * only literals may stand in a type.
 */
public final class TypeParser {

  private static final TypeParser BUILTIN = new TypeParser(BuiltinTypes::resourceType);

  private final TypeResolver resolver;

  /** A parser that finds the types of an environment. */
  public TypeParser(TypeResolver resolver) {
    this.resolver = resolver;
  }

  /** Reads a type that only uses what Puppet itself brings. */
  public static PuppetType parseBuiltin(String text) {
    return BUILTIN.parse(text);
  }

  /**
   * Reads a type.
   *
   * @param text as {@code toString} of a type gives it
   * @throws EvaluationException with Puppet's message if it is no type
   * @throws io.bunraku.compiler.syntax.SyntaxException if it is not in the language
   */
  public PuppetType parse(String text) {
    PuppetType known = isPlainName(text) ? BuiltinTypes.find(text) : null;
    if (known != null) {
      return known;
    }
    Program program = Parser.parse(new Source(null, null, text));
    return interpret(program.body(), program.source());
  }

  private static boolean isPlainName(String text) {
    return !text.isEmpty() && text.charAt(0) >= 'A' && text.charAt(0) <= 'Z';
  }

  /**
   * Interprets an expression as a type.
   *
   * @param expression a type reference, possibly with parameters
   * @param source the text that its offsets refer to
   */
  public PuppetType interpret(Expression expression, Source source) {
    if (interpretAny(expression, source) instanceof PuppetType type) {
      return type;
    }
    throw invalidSpecification(expression, source);
  }

  /** Interprets an expression as a type or as a literal within one. */
  public Object interpretAny(Expression expression, Source source) {
    return switch (expression) {
      case QualifiedReference name -> reference(name);
      case AccessExpression access -> access(access, source);
      case QualifiedName name -> name.value();
      case LiteralString text -> text.value();
      case LiteralInteger number -> number.value();
      case LiteralFloat number -> number.value();
      case LiteralBoolean bool -> bool.value();
      case LiteralDefault word -> Default.DEFAULT;
      case LiteralUndef undef -> Undef.UNDEF;
      case LiteralRegularExpression regexp -> new PuppetRegexp(regexp.pattern());
      case LiteralList list -> list(list.values(), source);
      case LiteralHash hash -> hash(hash, source);
      case HeredocExpression heredoc -> interpretAny(heredoc.text(), source);
      case UnaryMinusExpression minus -> negate(minus, source);
      default -> throw invalidSpecification(expression, source);
    };
  }

  private Object negate(UnaryMinusExpression minus, Source source) {
    return switch (interpretAny(minus.expr(), source)) {
      case Long number -> -number;
      case Double number -> -number;
      default -> throw invalidSpecification(minus, source);
    };
  }

  private List<Object> list(List<Expression> expressions, Source source) {
    List<Object> values = new ArrayList<>();
    expressions.forEach(expression -> values.add(interpretAny(expression, source)));
    return values;
  }

  private Map<Object, Object> hash(LiteralHash hash, Source source) {
    Map<Object, Object> map = new LinkedHashMap<>();
    hash.entries()
        .forEach(e -> map.put(interpretAny(e.key(), source), interpretAny(e.value(), source)));
    return map;
  }

  private PuppetType reference(QualifiedReference name) {
    PuppetType type = find(name.casedValue());
    return type == null ? new TypeReferenceType(name.casedValue()) : type;
  }

  /**
   * Finds a type by its name alone, its aliases resolved.
   *
   * @param name in any case, without leading colons
   * @return the type, or null when nobody knows it
   */
  public @org.jspecify.annotations.Nullable PuppetType find(String name) {
    PuppetType type = BuiltinTypes.find(name);
    if (type == null) {
      type = resolver.find(name.toLowerCase(Locale.ROOT));
    }
    return switch (type) {
      case TypeAliasType alias -> alias.resolve();
      case ObjectType object -> object.resolve();
      case TypeSetType set -> set.resolve();
      case null, default -> type;
    };
  }

  private PuppetType access(AccessExpression access, Source source) {
    List<Object> parameters = list(access.keys(), source);
    if (!(access.left() instanceof QualifiedReference name)) {
      throw invalidSpecification(access, source);
    }
    TypeParameters reader =
        new TypeParameters(parameters, SourceText.of(access, source), name.casedValue(), this);
    return reader.read(name.casedValue().toLowerCase(Locale.ROOT));
  }

  private static EvaluationException invalidSpecification(Expression expression, Source source) {
    return invalidSpecification(SourceText.of(expression, source));
  }

  static EvaluationException invalidSpecification(String text) {
    return new EvaluationException(
        "The expression <" + text + "> is not a valid type specification.");
  }
}
