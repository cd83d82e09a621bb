// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

import io.bunraku.compiler.syntax.Access.AccessExpression;
import io.bunraku.compiler.syntax.CatalogExpression.ResourceExpression;
import io.bunraku.compiler.syntax.CatalogExpression.ResourceForm;
import io.bunraku.compiler.syntax.Expression;
import io.bunraku.compiler.syntax.Literal.QualifiedName;
import io.bunraku.compiler.syntax.Literal.QualifiedReference;
import io.bunraku.compiler.syntax.ResourceBody;
import io.bunraku.compiler.value.Default;
import io.bunraku.compiler.value.Undef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code type { title: ... }}: titles and attributes of all bodies first, then the resources. */
final class ResourceStatements {

  private final TreeEvaluator evaluator;
  private final Resources resources;

  ResourceStatements(TreeEvaluator evaluator, Resources resources) {
    this.evaluator = evaluator;
    this.resources = resources;
  }

  private record Body(List<String> titles, boolean isDefault, Map<String, ResourceParameter> set) {}

  Object evalResourceExpression(ResourceExpression o, Scope scope) {
    String typeName = typeName(o.typeName(), scope);
    if (o.form() == ResourceForm.EXPORTED) {
      Issues.withoutStoreconfigs(scope, o, "export is ignored");
    }
    Set<Object> used = new HashSet<>();
    List<Body> bodies = new ArrayList<>(o.bodies().size());
    for (ResourceBody body : o.bodies()) {
      bodies.add(evalResourceBody(o, body, used, scope));
    }
    Map<String, ResourceParameter> defaults = defaults(bodies);
    List<Object> references = new ArrayList<>();
    Site site = scope.site(o.offset());
    for (Body body : bodies) {
      references.addAll(
          scope
              .compilation()
              .catalog()
              .createResources(
                  scope,
                  site,
                  o.form(),
                  typeName,
                  body.titles(),
                  List.copyOf(parameters(defaults, body.set()))));
    }
    return references;
  }

  private static Map<String, ResourceParameter> defaults(List<Body> bodies) {
    for (Body body : bodies) {
      if (body.isDefault()) {
        return body.set();
      }
    }
    return Map.of();
  }

  private static Collection<ResourceParameter> parameters(
      Map<String, ResourceParameter> defaults, Map<String, ResourceParameter> own) {
    if (defaults.isEmpty()) {
      return own.values();
    }
    Map<String, ResourceParameter> merged = new LinkedHashMap<>(defaults);
    merged.putAll(own);
    return merged.values();
  }

  private String typeName(Expression node, Scope scope) {
    if (node instanceof QualifiedName name) {
      return name.value();
    }
    Object evaluated = evaluator.evaluate(node, scope);
    if (!isAcceptable(node)) {
      throw illegalResourceType(scope, node, TypeLabels.generalizedTypeOf(evaluated));
    }
    String typeName = TypeLabels.untitledTypeNameOf(evaluated);
    if (typeName != null) {
      return typeName;
    }
    throw illegalResourceType(
        scope,
        node,
        TypeLabels.isCatalogEntry(evaluated)
            ? evaluated.toString()
            : TypeLabels.generalizedTypeOf(evaluated));
  }

  private static boolean isAcceptable(Expression node) {
    return node instanceof QualifiedReference
        || (node instanceof AccessExpression access && access.left() instanceof QualifiedReference);
  }

  static EvaluationException illegalResourceType(Scope scope, Expression node, String actual) {
    return Issues.at(
        scope,
        node,
        "ILLEGAL_RESOURCE_TYPE",
        "Illegal Resource Type expression, expected result to be a type name, or untitled"
            + " Resource, got "
            + actual);
  }

  private Body evalResourceBody(
      ResourceExpression o, ResourceBody body, Set<Object> used, Scope scope) {
    Object evaluated = evaluator.evaluate(body.title(), scope);
    if (evaluated == Undef.UNDEF) {
      throw Issues.at(
          scope,
          body.title(),
          "MISSING_TITLE",
          "Missing title. The title expression resulted in undef");
    }
    List<Object> titles = AccessOperator.flatten(List.of(evaluated));
    List<String> names = new ArrayList<>(titles.size());
    boolean isDefault = false;
    for (int i = 0; i < titles.size(); i++) {
      Object title = titles.get(i);
      checkTitle(o, body, title, i, used, scope);
      if (title instanceof String name) {
        names.add(name);
      } else {
        isDefault = true;
      }
    }
    return new Body(names, isDefault, evalOperations(o, body, scope));
  }

  private static void checkTitle(
      ResourceExpression o,
      ResourceBody body,
      Object title,
      int index,
      Set<Object> used,
      Scope scope) {
    if (title == Undef.UNDEF) {
      throw Issues.at(
          scope,
          body.title(),
          "MISSING_TITLE_AT",
          "Missing title at index " + index + ". The title expression resulted in an undef title");
    }
    if (!(title instanceof String) && title != Default.DEFAULT) {
      throw Issues.at(
          scope,
          body.title(),
          "ILLEGAL_TITLE_TYPE_AT",
          "Illegal title type at index "
              + index
              + ". Expected String, got "
              + TypeLabels.generalizedTypeOf(title));
    }
    if (title.equals("")) {
      throw Issues.at(
          scope,
          body.title(),
          "EMPTY_STRING_TITLE_AT",
          "Empty string title at "
              + index
              + ". Title strings must have a length greater than zero.");
    }
    if (!used.add(title)) {
      throw Issues.at(
          scope,
          o,
          "DUPLICATE_TITLE",
          "The title '" + title + "' has already been used in this resource expression");
    }
  }

  private Map<String, ResourceParameter> evalOperations(
      ResourceExpression o, ResourceBody body, Scope scope) {
    Map<String, ResourceParameter> parameters = new LinkedHashMap<>();
    for (ResourceParameter each : resources.evaluateOperations(body.operations(), scope)) {
      if (parameters.put(each.name(), each) != null) {
        throw Issues.at(
            scope,
            o,
            "DUPLICATE_ATTRIBUE",
            "The attribute '" + each.name() + "' has already been set");
      }
    }
    return parameters;
  }
}
