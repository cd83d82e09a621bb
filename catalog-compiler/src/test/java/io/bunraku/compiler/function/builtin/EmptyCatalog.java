// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.function.builtin;

import io.bunraku.compiler.eval.CatalogOperations;
import io.bunraku.compiler.eval.ResourceParameter;
import io.bunraku.compiler.eval.Scope;
import io.bunraku.compiler.eval.Site;
import io.bunraku.compiler.syntax.CatalogExpression.CollectExpression;
import io.bunraku.compiler.syntax.CatalogExpression.ResourceForm;
import io.bunraku.compiler.syntax.Operation.RelationshipOperator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A catalog that stays empty, whatever is done to it. */
final class EmptyCatalog implements CatalogOperations {

  private static final Set<String> TYPES = Set.of("file", "notify", "user", "exec");

  @Override
  public List<Object> createResources(
      Scope scope,
      Site site,
      ResourceForm form,
      String typeName,
      List<String> titles,
      List<ResourceParameter> parameters) {
    return List.of();
  }

  @Override
  public void setDefaults(
      Scope scope, Site site, String typeName, List<ResourceParameter> parameters) {}

  @Override
  public void overrideResources(
      Scope scope, Site site, List<Object> references, List<ResourceParameter> parameters) {}

  @Override
  public Object addCollector(Scope scope, Site site, CollectExpression expression) {
    return expression;
  }

  @Override
  public Object addRelationship(
      Scope scope,
      Site site,
      RelationshipOperator operator,
      List<Object> left,
      List<Object> right) {
    return right;
  }

  @Override
  public List<Object> includeClasses(
      Scope scope, Site site, Map<String, @Nullable Map<String, Object>> classes) {
    return List.of();
  }

  @Override
  public List<String> classNames(List<Object> names) {
    return names.stream().map(String::valueOf).toList();
  }

  @Override
  public void contain(Scope scope, Site site, List<String> classes) {}

  @Override
  public void require(Scope scope, Site site, List<String> classes) {}

  @Override
  public void realizeResources(Scope scope, Site site, List<Object> references) {}

  @Override
  public void tag(Scope scope, List<String> tags) {}

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
    return false;
  }

  @Override
  public boolean isDeclared(String typeName, String title) {
    return false;
  }

  @Override
  public @Nullable Object parameterOf(
      Scope scope, String typeName, String title, String parameter) {
    return null;
  }

  @Override
  public boolean isCollector(Object value) {
    return false;
  }
}
