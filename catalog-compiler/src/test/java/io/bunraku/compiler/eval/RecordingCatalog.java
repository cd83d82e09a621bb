// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

import io.bunraku.compiler.syntax.CatalogExpression.CollectExpression;
import io.bunraku.compiler.syntax.CatalogExpression.ResourceForm;
import io.bunraku.compiler.syntax.Operation.RelationshipOperator;
import io.bunraku.compiler.type.ResourceType;
import io.bunraku.compiler.type.TypeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A catalog that writes down what evaluation asks of it. */
final class RecordingCatalog implements CatalogOperations {

  private static final Set<String> TYPES = Set.of("file", "notify", "user", "exec");

  private final List<String> operations = new ArrayList<>();
  private final Map<String, Map<String, Object>> declared = new LinkedHashMap<>();

  List<String> operations() {
    return operations;
  }

  private static String text(List<ResourceParameter> parameters) {
    return parameters.stream()
        .map(p -> p.name() + (p.append() ? " +> " : " => ") + Dump.of(p.value()))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  @Override
  public List<Object> createResources(
      Scope scope,
      Site site,
      ResourceForm form,
      String typeName,
      List<String> titles,
      List<ResourceParameter> parameters) {
    operations.add("create " + form + " " + typeName + " " + titles + " " + text(parameters));
    List<Object> references = new ArrayList<>();
    for (String title : titles) {
      Map<String, Object> values = new LinkedHashMap<>();
      parameters.forEach(p -> values.put(p.name(), p.value()));
      String name = TypeFormatter.capitalizeSegments(typeName);
      declared.put(name + title, values);
      references.add(new ResourceType(name, title));
    }
    return references;
  }

  @Override
  public void setDefaults(
      Scope scope, Site site, String typeName, List<ResourceParameter> parameters) {
    operations.add("defaults " + typeName + " " + text(parameters));
  }

  @Override
  public void overrideResources(
      Scope scope, Site site, List<Object> references, List<ResourceParameter> parameters) {
    operations.add("override " + references + " " + text(parameters));
  }

  @Override
  public Object addCollector(Scope scope, Site site, CollectExpression expression) {
    operations.add("collect");
    return expression;
  }

  @Override
  public Object addRelationship(
      Scope scope,
      Site site,
      RelationshipOperator operator,
      List<Object> left,
      List<Object> right) {
    operations.add("relate " + left + " " + operator.symbol() + " " + right);
    return right.isEmpty() ? left : right;
  }

  @Override
  public List<Object> includeClasses(
      Scope scope, Site site, Map<String, @Nullable Map<String, Object>> classes) {
    operations.add("include " + classes);
    return List.of();
  }

  @Override
  public List<String> classNames(List<Object> names) {
    return names.stream().map(String::valueOf).toList();
  }

  @Override
  public void contain(Scope scope, Site site, List<String> classes) {
    operations.add("contain " + classes);
  }

  @Override
  public void require(Scope scope, Site site, List<String> classes) {
    operations.add("require " + classes);
  }

  @Override
  public void realizeResources(Scope scope, Site site, List<Object> references) {
    operations.add("realize " + references);
  }

  @Override
  public void tag(Scope scope, List<String> tags) {
    operations.add("tag " + tags);
  }

  @Override
  public boolean tagged(Scope scope, List<String> tags) {
    return false;
  }

  @Override
  public boolean isResourceType(String typeName) {
    return TYPES.contains(typeName);
  }

  @Override
  public boolean isParameter(String typeName, String title, String parameter) {
    return Set.of("mode", "owner", "content").contains(parameter);
  }

  @Override
  public boolean isDeclared(String typeName, String title) {
    return declared.containsKey(typeName + title);
  }

  @Override
  public @Nullable Object parameterOf(
      Scope scope, String typeName, String title, String parameter) {
    Map<String, Object> values = declared.get(typeName + title);
    return values == null ? null : values.get(parameter);
  }

  @Override
  public boolean isCollector(Object value) {
    return value instanceof CollectExpression;
  }
}
