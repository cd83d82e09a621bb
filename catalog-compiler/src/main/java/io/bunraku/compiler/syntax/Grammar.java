// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.syntax;

/** The rules of one parse, which call each other. */
final class Grammar {

  final Cursor cursor;
  final Statements statements;
  final Expressions expressions;
  final Primaries primaries;
  final Collections collections;
  final Strings strings;
  final Conditionals conditionals;
  final Resources resources;
  final Definitions definitions;
  final Parameters parameters;

  Grammar(Cursor cursor) {
    this.cursor = cursor;
    this.statements = new Statements(this);
    this.expressions = new Expressions(this);
    this.primaries = new Primaries(this);
    this.collections = new Collections(this);
    this.strings = new Strings(this);
    this.conditionals = new Conditionals(this);
    this.resources = new Resources(this);
    this.definitions = new Definitions(this);
    this.parameters = new Parameters(this);
  }
}
