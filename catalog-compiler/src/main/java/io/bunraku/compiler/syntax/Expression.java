// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.syntax;

/**
 * A node of the syntax tree that can be evaluated. The families are sealed and named after Puppet's
 * own model ({@code puppet/pops/model/ast.rb}); a walker switches over the families, then over one
 * family, without a default.
 */
public sealed interface Expression extends Positioned
    permits Literal, Operation, Access, Text, Control, Call, CatalogExpression, Definition {}
