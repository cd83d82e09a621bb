// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

import io.bunraku.compiler.syntax.CatalogExpression.CollectExpression;
import io.bunraku.compiler.syntax.CatalogExpression.ResourceForm;
import io.bunraku.compiler.syntax.Operation.RelationshipOperator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What evaluation, and the functions that it calls, do to the catalog under construction.
 * References are values of the type system ({@code Resource[...]}, {@code Class[...]}).
 */
public interface CatalogOperations {

  /**
   * Declares resources of one type.
   *
   * @param scope where
   * @param site the position that the catalog shows
   * @param form regular, virtual or exported
   * @param typeName lower case, possibly qualified; {@code class} declares classes
   * @param titles one or more
   * @param parameters the same for all titles, in the order of the text
   * @return a reference for each title
   */
  List<Object> createResources(
      Scope scope,
      Site site,
      ResourceForm form,
      String typeName,
      List<String> titles,
      List<ResourceParameter> parameters);

  /** Sets defaults of a type for the scope and those below it. */
  void setDefaults(Scope scope, Site site, String typeName, List<ResourceParameter> parameters);

  /**
   * Overrides parameters of resources.
   *
   * @param references resource references
   */
  void overrideResources(
      Scope scope, Site site, List<Object> references, List<ResourceParameter> parameters);

  /**
   * Adds a collector.
   *
   * @return the collector, as an operand of relationships
   */
  Object addCollector(Scope scope, Site site, CollectExpression expression);

  /**
   * Adds relationships between all operands of the left and all of the right side. The evaluator
   * has flattened both, turned strings into references and removed duplicates.
   *
   * @param left references and collectors, as written on the left
   * @param right references and collectors, as written on the right
   * @return what a chain goes on with: the right side, or the left one when the right is empty; a
   *     collector alone on the right remembers the left side for the case that it collects nothing
   */
  Object addRelationship(
      Scope scope, Site site, RelationshipOperator operator, List<Object> left, List<Object> right);

  /**
   * Evaluates classes, as {@code include} does, or as a resource when parameters are given.
   *
   * @param classes name to parameters, or to null for plain inclusion
   * @return a reference for each class
   */
  List<Object> includeClasses(
      Scope scope, Site site, Map<String, @Nullable Map<String, Object>> classes);

  /**
   * Names of classes out of strings and references, absolute and lower case, as {@code include} and
   * its kin accept them.
   *
   * @throws EvaluationException for what cannot name a class
   */
  List<String> classNames(List<Object> names);

  /**
   * Includes classes and makes them contained in the scope's resource, as {@code contain} does.
   *
   * @param classes names, as {@link #classNames} gives them
   */
  void contain(Scope scope, Site site, List<String> classes);

  /**
   * Includes classes and makes the scope's resource require them, as {@code require} does.
   *
   * @param classes names, as {@link #classNames} gives them
   */
  void require(Scope scope, Site site, List<String> classes);

  /** Makes virtual resources real. */
  void realizeResources(Scope scope, Site site, List<Object> references);

  /** Adds tags to the scope's resource. */
  void tag(Scope scope, List<String> tags);

  /** Whether the scope's resource carries all of the tags. */
  boolean tagged(Scope scope, List<String> tags);

  /** Whether a type of resources is built in, comes with a module or is defined. */
  boolean isResourceType(String typeName);

  /** Whether a type of resources has a parameter or metaparameter of that name. */
  boolean isParameter(String typeName, String title, String parameter);

  /** Whether a resource of that type and title is in the catalog. */
  boolean isDeclared(String typeName, String title);

  /**
   * The value of a resource's parameter, defaults included; {@code Undef} when it has none, null
   * when there is no such resource.
   */
  @Nullable Object parameterOf(Scope scope, String typeName, String title, String parameter);

  /** Whether a value is a collector, as {@link #addCollector} returns. */
  boolean isCollector(Object value);
}
