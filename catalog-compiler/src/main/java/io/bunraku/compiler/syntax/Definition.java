// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.syntax;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a file defines. Evaluating a definition where it stands gives no effect: the loader has it.
 */
public sealed interface Definition extends Expression {

  /** {@code class}; names are fully qualified and lower case. */
  record HostClassDefinition(
      String name,
      List<Parameter> parameters,
      @Nullable String parentClass,
      Expression body,
      int offset,
      int length)
      implements Definition {
    public HostClassDefinition {
      parameters = List.copyOf(parameters);
    }

    /** The same with its name in lower case, which it is known by. */
    public HostClassDefinition folded() {
      String lower = name.toLowerCase(Locale.ROOT);
      return lower.equals(name)
          ? this
          : new HostClassDefinition(lower, parameters, parentClass, body, offset, length);
    }
  }

  /** {@code define}. */
  record ResourceTypeDefinition(
      String name, List<Parameter> parameters, Expression body, int offset, int length)
      implements Definition {
    public ResourceTypeDefinition {
      parameters = List.copyOf(parameters);
    }

    /** The same with its name in lower case, which it is known by. */
    public ResourceTypeDefinition folded() {
      String lower = name.toLowerCase(Locale.ROOT);
      return lower.equals(name)
          ? this
          : new ResourceTypeDefinition(lower, parameters, body, offset, length);
    }
  }

  /** {@code node}; host matches are literal strings, regular expressions or default. */
  record NodeDefinition(
      List<Expression> hostMatches,
      @Nullable Expression parent,
      Expression body,
      int offset,
      int length)
      implements Definition {
    public NodeDefinition {
      hostMatches = List.copyOf(hostMatches);
    }
  }

  /** {@code function}. */
  record FunctionDefinition(
      String name,
      List<Parameter> parameters,
      Expression body,
      @Nullable Expression returnType,
      int offset,
      int length)
      implements Definition {
    public FunctionDefinition {
      parameters = List.copyOf(parameters);
    }
  }

  /** {@code plan}. */
  record PlanDefinition(
      String name,
      List<Parameter> parameters,
      Expression body,
      @Nullable Expression returnType,
      int offset,
      int length)
      implements Definition {
    public PlanDefinition {
      parameters = List.copyOf(parameters);
    }
  }

  /** {@code type Name = typeExpr}. */
  record TypeAlias(String name, Expression typeExpr, int offset, int length)
      implements Definition {}

  /** {@code type Runtime[...] = ...}. */
  record TypeMapping(Expression typeExpr, Expression mappingExpr, int offset, int length)
      implements Definition {}

  /** {@code type Name inherits Parent { ... }}. */
  record TypeDefinition(
      String name, @Nullable String parent, Expression body, int offset, int length)
      implements Definition {}
}
