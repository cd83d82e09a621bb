// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.catalog;

import io.bunraku.compiler.catalog.Relationship.Operand;
import io.bunraku.compiler.catalog.Relationship.ToCollected;
import io.bunraku.compiler.catalog.Relationship.ToResource;
import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.syntax.Operation.RelationshipOperator;
import java.util.ArrayList;
import java.util.List;

/** Collects relationships and turns them into parameters of their sources. */
final class Relationships {

  private final CatalogState state;
  private final Declarations declarations;

  Relationships(CatalogState state, Declarations declarations) {
    this.state = state;
    this.declarations = declarations;
  }

  /** Adds all relationships between two sides; returns what a chain goes on with. */
  List<Object> add(RelationshipOperator operator, List<Object> left, List<Object> right) {
    boolean reversed =
        operator == RelationshipOperator.REQUIRE || operator == RelationshipOperator.SUBSCRIBE;
    boolean notifies =
        operator == RelationshipOperator.NOTIFY || operator == RelationshipOperator.SUBSCRIBE;
    String parameter = notifies ? "notify" : "before";
    List<Operand> sources = operands(reversed ? right : left);
    List<Operand> targets = operands(reversed ? left : right);
    for (Operand source : sources) {
      for (Operand target : targets) {
        state.relationships().add(new Relationship(source, target, parameter));
      }
    }
    if (right.isEmpty()) {
      return left;
    }
    if (right.size() == 1 && right.get(0) instanceof Collector collector) {
      collector.setEmptyAlternative(operands(left));
    }
    return right;
  }

  private List<Operand> operands(List<Object> values) {
    List<Operand> operands = new ArrayList<>(values.size());
    for (Object value : values) {
      operands.add(
          value instanceof Collector collector
              ? new ToCollected(collector)
              : new ToResource(reference(value)));
    }
    return operands;
  }

  /** The reference that a type value stands for, as Puppet writes it. */
  String reference(Object value) {
    Reference reference = Reference.of(value);
    if (reference == null) {
      throw new EvaluationException("Cannot split the type " + value);
    }
    return ReferenceText.of(reference, state);
  }

  /** Makes all relationships. */
  void evaluate() {
    for (Relationship relationship : state.relationships()) {
      for (String source : references(relationship.source(), true)) {
        for (String target : references(relationship.target(), false)) {
          relate(source, target, relationship.parameter());
        }
      }
    }
  }

  private static List<String> references(Operand operand, boolean left) {
    return switch (operand) {
      case ToResource it -> List.of(it.reference());
      case ToCollected it ->
          left ? leftmostAlternative(it.collector()) : it.collector().collectedReferences();
    };
  }

  private static List<String> leftmostAlternative(Collector collector) {
    List<String> collected = collector.collectedReferences();
    List<Operand> alternative = collector.emptyAlternative();
    if (!collected.isEmpty() || alternative == null) {
      return collected;
    }
    if (alternative.size() == 1 && alternative.get(0) instanceof ToCollected only) {
      return leftmostAlternative(only.collector());
    }
    List<String> all = new ArrayList<>();
    for (Operand operand : alternative) {
      if (operand instanceof ToResource resource) {
        all.add(resource.reference());
      } else if (operand instanceof ToCollected other) {
        all.add(other.collector().toString());
      }
    }
    return all;
  }

  @SuppressWarnings("unchecked")
  private void relate(String source, String target, String parameter) {
    CatalogResource first = state.findReference(source);
    if (first == null) {
      throw new EvaluationException(
          "Could not find resource '" + source + "' for relationship on '" + target + "'");
    }
    if (state.findReference(target) == null) {
      throw new EvaluationException(
          "Could not find resource '" + target + "' for relationship from '" + source + "'");
    }
    if (!(first.params().value(parameter) instanceof ArrayList<?>)) {
      Object single = first.params().value(parameter);
      List<Object> list = new ArrayList<>();
      if (single instanceof List<?> many) {
        list.addAll(many);
      } else if (single != io.bunraku.compiler.value.Undef.UNDEF) {
        list.add(single);
      }
      declarations.set(first, new Param(parameter, list, first.source()));
    }
    ((List<Object>) first.params().value(parameter)).add(target);
  }
}
