// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.syntax;

import org.jspecify.annotations.Nullable;

/** The tokens of the language; names are those of Puppet's lexer. */
enum TokenType {
  LBRACK("["),
  /** A bracket after white space: begins an array and never an access. */
  LISTSTART("["),
  RBRACK("]"),
  LBRACE("{"),
  /** The brace after a question mark. */
  SELBRACE("{"),
  RBRACE("}"),
  LPAREN("("),
  /** A parenthesis that is the first thing on its line: never begins the arguments of a call. */
  WSLPAREN("("),
  RPAREN(")"),
  EQUALS("="),
  APPENDS("+="),
  DELETES("-="),
  ISEQUAL("=="),
  NOTEQUAL("!="),
  MATCH("=~"),
  NOMATCH("!~"),
  GREATEREQUAL(">="),
  GREATERTHAN(">"),
  LESSEQUAL("<="),
  LESSTHAN("<"),
  FARROW("=>"),
  PARROW("+>"),
  LSHIFT("<<"),
  LLCOLLECT("<<|"),
  LCOLLECT("<|"),
  RSHIFT(">>"),
  RRCOLLECT("|>>"),
  RCOLLECT("|>"),
  PLUS("+"),
  MINUS("-"),
  DIV("/"),
  TIMES("*"),
  MODULO("%"),
  NOT("!"),
  DOT("."),
  PIPE("|"),
  AT("@"),
  ATAT("@@"),
  COLON(":"),
  COMMA(","),
  SEMIC(";"),
  QMARK("?"),
  /** Lexed, but in no rule of the grammar. */
  TILDE("~"),
  IN_EDGE("->"),
  IN_EDGE_SUB("~>"),
  OUT_EDGE("<-"),
  OUT_EDGE_SUB("<~"),
  STRING,
  WORD,
  DQPRE,
  DQMID,
  DQPOST,
  NUMBER,
  VARIABLE,
  REGEX,
  HEREDOC,
  SUBLOCATE,
  NAME,
  CLASSREF,
  EPP_START(""),
  EPP_END("%>"),
  EPP_END_TRIM("-%>"),
  RENDER_STRING,
  RENDER_EXPR(""),
  /** A character that begins no token. */
  OTHER(""),
  CASE("case", true),
  CLASS("class", true),
  DEFAULT("default", true),
  DEFINE("define", true),
  IF("if", true),
  ELSIF("elsif", true),
  ELSE("else", true),
  INHERITS("inherits", true),
  NODE("node", true),
  AND("and", true),
  OR("or", true),
  UNDEF("undef", true),
  BOOLEAN(null, true),
  IN("in", true),
  UNLESS("unless", true),
  FUNCTION("function", true),
  TYPE("type", true),
  ATTR("attr", true),
  PRIVATE("private", true),
  PLAN("plan", true),
  APPLY("apply", true),
  /** The end of the text. */
  END,
  /** Where the lexer had to give up; what is wrong is in {@link Tokens#failure}. */
  FAILURE;

  private final @Nullable String text;
  private final boolean keyword;

  TokenType() {
    this(null, false);
  }

  TokenType(String text) {
    this(text, false);
  }

  TokenType(@Nullable String text, boolean keyword) {
    this.text = text;
    this.keyword = keyword;
  }

  /** The text of a token that always has the same, or null. */
  @Nullable String text() {
    return text;
  }

  /** Whether this is a word that the language keeps for itself. */
  boolean isKeyword() {
    return keyword;
  }

  /** Whether a slash right after this token divides, instead of beginning a regular expression. */
  boolean endsOperand() {
    return switch (this) {
      case RPAREN, RBRACK, RRCOLLECT, RCOLLECT, NAME, CLASSREF, NUMBER, STRING, BOOLEAN -> true;
      case DQPRE, DQMID, DQPOST, HEREDOC, REGEX, VARIABLE, WORD -> true;
      default -> false;
    };
  }

  /** Whether this keyword may be the name of an attribute; {@code true} and {@code false} not. */
  boolean isAttributeName() {
    return this == NAME || (keyword && this != BOOLEAN);
  }

  /** Returns the keyword that a word is, or null. */
  static @Nullable TokenType keyword(String word, boolean tasks) {
    return switch (word) {
      case "case" -> CASE;
      case "class" -> CLASS;
      case "default" -> DEFAULT;
      case "define" -> DEFINE;
      case "if" -> IF;
      case "elsif" -> ELSIF;
      case "else" -> ELSE;
      case "inherits" -> INHERITS;
      case "node" -> NODE;
      case "and" -> AND;
      case "or" -> OR;
      case "undef" -> UNDEF;
      case "false", "true" -> BOOLEAN;
      case "in" -> IN;
      case "unless" -> UNLESS;
      case "function" -> FUNCTION;
      case "type" -> TYPE;
      case "attr" -> ATTR;
      case "private" -> PRIVATE;
      case "plan" -> tasks ? PLAN : null;
      case "apply" -> tasks ? APPLY : null;
      default -> null;
    };
  }
}
