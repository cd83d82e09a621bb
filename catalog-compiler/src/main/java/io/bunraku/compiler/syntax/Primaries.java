// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.syntax;

import io.bunraku.compiler.syntax.Access.VariableExpression;
import io.bunraku.compiler.syntax.Literal.LiteralBoolean;
import io.bunraku.compiler.syntax.Literal.LiteralDefault;
import io.bunraku.compiler.syntax.Literal.LiteralFloat;
import io.bunraku.compiler.syntax.Literal.LiteralInteger;
import io.bunraku.compiler.syntax.Literal.LiteralRegularExpression;
import io.bunraku.compiler.syntax.Literal.LiteralString;
import io.bunraku.compiler.syntax.Literal.LiteralUndef;
import io.bunraku.compiler.syntax.Literal.QualifiedName;
import io.bunraku.compiler.syntax.Literal.QualifiedReference;
import io.bunraku.compiler.syntax.Literal.ReservedWord;
import io.bunraku.compiler.syntax.Operation.ParenthesizedExpression;
import io.bunraku.compiler.syntax.Text.RenderExpression;
import io.bunraku.compiler.syntax.Text.RenderStringExpression;
import java.math.BigInteger;
import java.util.EnumSet;
import java.util.Locale;

/** What an expression begins with: literals, names, variables, and all that starts with a word. */
final class Primaries {

  /** Beyond this a number is told of as it was written: to convert it takes too long. */
  private static final int LONGEST_NUMBER = 1000;

  private static final EnumSet<TokenType> STARTS =
      EnumSet.of(
          TokenType.LBRACK,
          TokenType.LISTSTART,
          TokenType.LBRACE,
          TokenType.LPAREN,
          TokenType.WSLPAREN,
          TokenType.MINUS,
          TokenType.TIMES,
          TokenType.NOT,
          TokenType.AT,
          TokenType.ATAT,
          TokenType.STRING,
          TokenType.WORD,
          TokenType.DQPRE,
          TokenType.NUMBER,
          TokenType.VARIABLE,
          TokenType.REGEX,
          TokenType.HEREDOC,
          TokenType.NAME,
          TokenType.CLASSREF,
          TokenType.RENDER_STRING,
          TokenType.RENDER_EXPR,
          TokenType.CASE,
          TokenType.CLASS,
          TokenType.DEFAULT,
          TokenType.DEFINE,
          TokenType.IF,
          TokenType.NODE,
          TokenType.UNDEF,
          TokenType.BOOLEAN,
          TokenType.UNLESS,
          TokenType.FUNCTION,
          TokenType.TYPE,
          TokenType.ATTR,
          TokenType.PRIVATE,
          TokenType.PLAN,
          TokenType.APPLY);

  private final Grammar grammar;
  private final Cursor cursor;

  Primaries(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
  }

  /** Whether a statement can begin with the token. */
  static boolean mayStart(TokenType type) {
    return STARTS.contains(type);
  }

  Expression primary() {
    TokenType type = cursor.peek();
    return switch (type) {
      case VARIABLE -> variable();
      case NAME -> name(cursor.take());
      case CLASSREF -> reference();
      case STRING, WORD -> string(cursor.take());
      case DQPRE -> grammar.strings.interpolated();
      case HEREDOC -> grammar.strings.heredoc();
      case NUMBER -> number();
      case BOOLEAN, UNDEF, DEFAULT, REGEX, PRIVATE, ATTR -> constant(type, cursor.take());
      case LBRACK, LISTSTART -> grammar.collections.array();
      case LBRACE -> grammar.collections.hash();
      case LPAREN, WSLPAREN -> parenthesized();
      case IF, UNLESS, CASE -> grammar.conditionals.conditional();
      case RENDER_STRING -> renderString();
      case RENDER_EXPR -> renderExpression();
      default -> grammar.definitions.definition();
    };
  }

  private Expression variable() {
    int token = cursor.take();
    int offset = cursor.offset(token);
    int length = cursor.length(token);
    if (cursor.isBooleanVariable(token)) {
      boolean value = cursor.value(token).equals("true");
      return new VariableExpression(
          new LiteralBoolean(value, offset + 1, length - 1), offset, length);
    }
    // one off also where the name stands alone between braces, as in Puppet
    QualifiedName name = new QualifiedName(cursor.value(token), offset + 1, length - 1);
    return new VariableExpression(name, offset, length);
  }

  QualifiedName name(int token) {
    return new QualifiedName(cursor.value(token), cursor.offset(token), cursor.length(token));
  }

  /** Returns a type reference; an error if there is none. */
  QualifiedReference reference() {
    int token = cursor.expect(TokenType.CLASSREF);
    return new QualifiedReference(cursor.value(token), cursor.offset(token), cursor.length(token));
  }

  LiteralString string(int token) {
    return new LiteralString(cursor.value(token), cursor.offset(token), cursor.length(token));
  }

  private Expression constant(TokenType type, int token) {
    int offset = cursor.offset(token);
    int length = cursor.length(token);
    return switch (type) {
      case BOOLEAN -> new LiteralBoolean(cursor.value(token).equals("true"), offset, length);
      case UNDEF -> new LiteralUndef(offset, length);
      case DEFAULT -> new LiteralDefault(offset, length);
      case REGEX -> new LiteralRegularExpression(cursor.value(token), offset, length);
      default -> new ReservedWord(cursor.value(token), false, offset, length);
    };
  }

  private Expression number() {
    int token = cursor.take();
    String text = cursor.value(token);
    boolean hex = text.length() > 1 && (text.charAt(1) == 'x' || text.charAt(1) == 'X');
    if (!hex && (text.indexOf('.') >= 0 || text.toLowerCase(Locale.ROOT).indexOf('e') >= 0)) {
      return new LiteralFloat(finite(text), cursor.offset(token), cursor.length(token));
    }
    if (hex) {
      return integer(token, text.substring(2), 16);
    }
    return integer(token, text, text.length() > 1 && text.charAt(0) == '0' ? 8 : 10);
  }

  private static double finite(String text) {
    double number = Double.parseDouble(text);
    if (Double.isInfinite(number)) {
      String message = "Internal Error, NUMBER token does not contain a valid number, " + text;
      throw new SyntaxException(new Diagnostic(Severity.ERROR, null, message, null, 0, 0));
    }
    return number;
  }

  private Expression integer(int token, String digits, int radix) {
    int offset = cursor.offset(token);
    long value = 0;
    try {
      value = Long.parseLong(digits, radix);
    } catch (NumberFormatException e) {
      boolean absurd = digits.length() > LONGEST_NUMBER;
      cursor.reportOverflow(
          token, absurd ? digits : "+0x" + new BigInteger(digits, radix).toString(16));
    }
    return new LiteralInteger(value, radix, offset, cursor.length(token));
  }

  private Expression parenthesized() {
    int open = cursor.take();
    Expression inner = grammar.statements.assignment();
    cursor.expect(TokenType.RPAREN);
    return new ParenthesizedExpression(inner, cursor.offset(open), cursor.length(open));
  }

  private Expression renderString() {
    int token = cursor.take();
    return new RenderStringExpression(
        cursor.value(token), cursor.offset(token), cursor.length(token));
  }

  private Expression renderExpression() {
    int start = cursor.offset(cursor.take());
    Expression value =
        cursor.at(TokenType.LBRACE)
            ? grammar.collections.hashOrBlock()
            : grammar.expressions.expression();
    if (!cursor.at(TokenType.EPP_END) && !cursor.at(TokenType.EPP_END_TRIM)) {
      throw cursor.unexpected();
    }
    return new RenderExpression(value, start, cursor.end(cursor.take()) - start);
  }
}
