// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.syntax;

/**
 * The issues that lexer, parser and checker find, with Puppet's codes and wording ({@code
 * puppet/pops/issues.rb}). Codes and messages are what users search for, so neither is ours to
 * improve. The issues of evaluation are the evaluator's.
 */
public enum Issue {
  NOT_TOP_LEVEL(
      "Classes, definitions, and nodes may only appear at toplevel or inside other classes"),
  NOT_ABSOLUTE_TOP_LEVEL("%s may only appear at toplevel"),
  CROSS_SCOPE_ASSIGNMENT(
      "Illegal attempt to assign to '%s'. Cannot assign to variables in other namespaces"),
  ILLEGAL_ASSIGNMENT("Illegal attempt to assign to '%s'. Not an assignable reference"),
  ILLEGAL_NUMERIC_ASSIGNMENT(
      "Illegal attempt to assign to the numeric match result variable '$%s'. Numeric variables are"
          + " not assignable"),
  ILLEGAL_ASSIGNMENT_CONTEXT("Assignment not allowed here"),
  ILLEGAL_NUMERIC_PARAMETER(
      "The numeric parameter name '$%s' cannot be used (clashes with numeric match result"
          + " variables)"),
  ILLEGAL_INDEXED_ASSIGNMENT(
      "Illegal attempt to assign via [index/key]. Not an assignable reference"),
  ILLEGAL_ASSIGNMENT_VIA_INDEX(
      "Illegal attempt to assign to %s via [index/key]. Not an assignable reference"),
  APPENDS_DELETES_NO_LONGER_SUPPORTED(
      "The operator '%s' is no longer supported. See"
          + " http://links.puppet.com/remove-plus-equals"),
  UNSUPPORTED_OPERATOR_IN_CONTEXT("The operator '%s' in %s is not supported."),
  NOT_RVALUE("Invalid use of expression. %s does not produce a value"),
  ILLEGAL_ATTRIBUTE_APPEND(
      "Illegal +> operation on attribute %s. This operator can not be used in %s"),
  ILLEGAL_SINGLE_TYPE_MAPPING(
      "ILLEGAL_TYPE_MAPPING", "Illegal type mapping. Expected a Type on the left side, got %s"),
  ILLEGAL_REGEXP_TYPE_MAPPING(
      "ILLEGAL_TYPE_MAPPING",
      "Illegal type mapping. Expected a Tuple[Regexp,String] on the left side, got %s"),
  ILLEGAL_PARAM_NAME(
      "Illegal parameter name. The given name '%s' does not conform to the naming rule"
          + " /^[a-z_]\\w*$/"),
  ILLEGAL_VAR_NAME(
      "Illegal variable name, The given name '%s' does not conform to the naming rule"
          + " /^((::)?[a-z]\\w*)*((::)?[a-z_]\\w*)$/"),
  ILLEGAL_NUMERIC_VAR_NAME(
      "Illegal numeric variable name, The given name '%s' must be a decimal value if it starts with"
          + " a digit 0-9"),
  ILLEGAL_CLASSREF(
      "Illegal type reference. The given name '%s' does not conform to the naming rule"),
  ILLEGAL_HOSTNAME_CHARS(
      "The hostname '%s' contains illegal characters (only letters, digits, '_', '-', and '.' are"
          + " allowed)"),
  ILLEGAL_HOSTNAME_INTERPOLATION(
      "An interpolated expression is not allowed in a hostname of a node"),
  ILLEGAL_EXPRESSION("Illegal expression. %s is unacceptable as %s in %s"),
  ILLEGAL_QUERY_EXPRESSION("Illegal query expression. %s cannot be used in a query"),
  NOT_VIRTUALIZEABLE("Resource Defaults are not virtualizable"),
  CLASS_NOT_VIRTUALIZABLE("Classes are not virtualizable"),
  UNSUPPORTED_EXPRESSION("Expressions of type %s are not supported in this version of Puppet"),
  ILLEGAL_DEFINITION_NAME("Unacceptable name. The name '%s' is unacceptable as the name of %s"),
  ILLEGAL_DEFINITION_LOCATION("Unacceptable location. The name '%s' is unacceptable in file '%s'"),
  ILLEGAL_TOP_CONSTRUCT_LOCATION(
      "This %s is unacceptable as a top level construct in this location"),
  CAPTURES_REST_NOT_LAST("Parameter $%s is not last, and has 'captures rest'"),
  CAPTURES_REST_NOT_SUPPORTED("Parameter $%s has 'captures rest' - not supported in %s"),
  ILLEGAL_EPP_PARAMETERS(
      "Ambiguous EPP parameter expression. Probably missing '<%%-' before parameters to remove"
          + " leading whitespace"),
  IDEM_EXPRESSION_NOT_LAST(
      "This %s has no effect. A value was produced and then forgotten (one or more preceding"
          + " expressions may have the wrong form)"),
  RESOURCE_WITHOUT_TITLE(
      "This expression is invalid. Did you try declaring a '%s' resource without a title?"),
  IDEM_NOT_ALLOWED_LAST(
      "This %s has no effect. %s can not end with a value-producing expression without other"
          + " effect"),
  RESERVED_WORD("Use of reserved word: %s, must be quoted if intended to be a String value"),
  FUTURE_RESERVED_WORD("Use of future reserved word: '%s'"),
  RESERVED_TYPE_NAME(
      "The name: '%s' is already defined by Puppet and can not be used as the name of %s."),
  ILLEGAL_NONLITERAL_PARAMETER_TYPE("The parameter '$%s' must be a literal type, not %s"),
  ILLEGAL_NODE_INHERITANCE(
      "Node inheritance is not supported in Puppet >= 4.0.0. See"
          + " http://links.puppet.com/puppet-node-inheritance-deprecation"),
  DUPLICATE_PARAMETER("The parameter '%s' is declared more than once in the parameter list"),
  DUPLICATE_KEY("The key '%s' is declared more than once"),
  DUPLICATE_DEFAULT("This %s already has a 'default' entry - this is a duplicate"),
  RESERVED_PARAMETER("The parameter $%s redefines a built in parameter in %s"),
  MULTIPLE_ATTRIBUTES_UNFOLD(
      "Unfolding of attributes from Hash can only be used once per resource body"),
  NUMERIC_OVERFLOW("%s resulted in a value outside of Puppet Integer %s range, got '%s'"),
  EXPRESSION_NOT_SUPPORTED_WHEN_SCRIPTING("%s is only available when compiling a catalog"),
  EXPRESSION_NOT_SUPPORTED_WHEN_COMPILING("%s is not available when compiling a catalog"),
  ILLEGAL_JSON("JSON syntax checker: Cannot parse invalid JSON string. \"%s\""),
  ILLEGAL_BASE64("Base64 syntax checker: Cannot parse invalid Base64 string - %s"),
  ILLEGAL_PP("PP syntax checker: \"%s\""),
  ILLEGAL_EPP("EPP syntax checker: \"%s\""),
  SYNTAX_ERROR("Syntax error at %s"),
  ILLEGAL_CLASS_REFERENCE("Illegal class reference"),
  ILLEGAL_FULLY_QUALIFIED_CLASS_REFERENCE("Illegal fully qualified class reference"),
  ILLEGAL_FULLY_QUALIFIED_NAME("Illegal fully qualified name"),
  ILLEGAL_NAME_OR_BARE_WORD("Illegal name or bare word"),
  ILLEGAL_NUMBER("Illegal number '%s'"),
  ILLEGAL_UNICODE_ESCAPE(
      "Unicode escape '\\u' was not followed by 4 hex digits or 1-6 hex digits in {} or was >"
          + " 10ffff"),
  INVALID_HEX_NUMBER("Not a valid hex number %s"),
  INVALID_OCTAL_NUMBER("Not a valid octal number %s"),
  INVALID_DECIMAL_NUMBER("Not a valid decimal number %s"),
  UNRECOGNIZED_ESCAPE("Unrecognized escape sequence '\\%s'"),
  UNCLOSED_QUOTE("Unclosed quote after %s followed by '%s'"),
  UNCLOSED_MLCOMMENT("Unclosed multiline comment"),
  EPP_UNBALANCED_TAG("Unbalanced epp tag, reached <eof> without closing tag."),
  EPP_UNBALANCED_COMMENT("Reaching end after opening <%%# without seeing %%>"),
  EPP_UNBALANCED_EXPRESSION(
      "Unbalanced embedded expression - opening <%% and reaching end of input"),
  HEREDOC_UNCLOSED_PARENTHESIS("Unclosed parenthesis after '@(' followed by '%s'"),
  HEREDOC_WITHOUT_END_TAGGED_LINE("Heredoc without end-tagged line"),
  HEREDOC_INVALID_ESCAPE(
      "Invalid heredoc escape char. Only t, r, n, s,  u, L, $ allowed. Got '%s'"),
  HEREDOC_INVALID_SYNTAX("Invalid syntax in heredoc expected @(endtag[:syntax][/escapes])"),
  HEREDOC_WITHOUT_TEXT("Heredoc without any following lines of text"),
  HEREDOC_EMPTY_ENDTAG("Heredoc with an empty endtag"),
  HEREDOC_MULTIPLE_AT_ESCAPES("An escape char for @() may only appear once. Got '%s'"),
  ILLEGAL_BOM(
      "Illegal %s Byte Order mark at beginning of input: %s - remove these from the puppet source"),
  /** Ours: Puppet fails on these with an internal error. */
  HEREDOC_IN_HEREDOC("A heredoc cannot be in the text of another heredoc"),
  /** Ours: Puppet has no bound but its stack. */
  NESTED_TOO_DEEPLY("Expressions are nested too deeply, the limit is %s levels");

  private final String code;
  private final String message;

  Issue(String message) {
    this.code = name();
    this.message = message;
  }

  Issue(String code, String message) {
    this.code = code;
    this.message = message;
  }

  /** Returns Puppet's issue code. */
  public String code() {
    return code;
  }

  /** Returns Puppet's message for an occurrence; the arguments come in the order of the text. */
  public String format(Object... arguments) {
    return String.format(java.util.Locale.ROOT, message, arguments);
  }
}
