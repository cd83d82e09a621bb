// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What puts something into the catalog, or asks it. */
public sealed interface CatalogExpression extends Expression {

  /** How a resource expression adds its resources. */
  enum ResourceForm {
    REGULAR,
    VIRTUAL,
    EXPORTED
  }

  /** {@code type { title: ... }}, virtual and exported forms included. */
  record ResourceExpression(
      ResourceForm form, Expression typeName, List<ResourceBody> bodies, int offset, int length)
      implements CatalogExpression {
    public ResourceExpression {
      bodies = List.copyOf(bodies);
    }
  }

  /** {@code Type { ... }}. */
  record ResourceDefaultsExpression(
      ResourceForm form,
      Expression typeRef,
      List<AttributeOperation> operations,
      int offset,
      int length)
      implements CatalogExpression {
    public ResourceDefaultsExpression {
      operations = List.copyOf(operations);
    }
  }

  /** {@code Type[title] { ... }}. */
  record ResourceOverrideExpression(
      ResourceForm form,
      Expression resources,
      List<AttributeOperation> operations,
      int offset,
      int length)
      implements CatalogExpression {
    public ResourceOverrideExpression {
      operations = List.copyOf(operations);
    }
  }

  /** A collector, with override operations if any. */
  record CollectExpression(
      Expression typeExpr,
      CatalogExpression query,
      List<AttributeOperation> operations,
      int offset,
      int length)
      implements CatalogExpression {
    public CollectExpression {
      operations = List.copyOf(operations);
    }
  }

  /** {@code <| expr |>}; no expression collects all. */
  record VirtualQuery(@Nullable Expression expr, int offset, int length)
      implements CatalogExpression {}

  /** {@code <<| expr |>>}; no expression collects all. */
  record ExportedQuery(@Nullable Expression expr, int offset, int length)
      implements CatalogExpression {}

  /** {@code apply(args) { ... }} of a plan. */
  record ApplyExpression(List<Expression> arguments, Expression body, int offset, int length)
      implements CatalogExpression {
    public ApplyExpression {
      arguments = List.copyOf(arguments);
    }
  }

  /** The block of an apply. */
  record ApplyBlockExpression(List<Expression> statements, int offset, int length)
      implements CatalogExpression {
    public ApplyBlockExpression {
      statements = List.copyOf(statements);
    }
  }
}
