// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.catalog;

import io.bunraku.compiler.eval.ResourceHandle;
import io.bunraku.compiler.eval.Scope;
import io.bunraku.compiler.eval.Site;
import io.bunraku.compiler.port.ResourceTypeInfo;
import io.bunraku.compiler.value.Undef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A resource while the catalog is made. Classes, nodes and stages are resources too. */
final class CatalogResource implements ResourceHandle {

  static final String CLASS = "Class";
  static final String NODE = "Node";
  static final String STAGE = "Stage";

  private final String type;
  private final String title;
  private final ResourceKind kind;
  private final Scope scope;
  private final CodeUnit source;
  private final @Nullable Site site;
  private final boolean declared;
  private final ParamList params = new ParamList();
  private final List<CatalogResource> targets = new ArrayList<>(0);
  private final List<CatalogResource> containers = new ArrayList<>(1);
  private final List<String> sensitive = new ArrayList<>(0);
  private TagList tags;
  private boolean virtual;
  private boolean exported;
  private boolean evaluated;
  private boolean evaluationFinished;
  private boolean finished;
  private @Nullable Object collectorId;
  private @Nullable Map<String, Object> titleParts;

  CatalogResource(
      String type,
      String title,
      ResourceKind kind,
      Scope scope,
      CodeUnit source,
      @Nullable Site site,
      boolean declared,
      TagList tags) {
    this.type = type;
    this.title = title;
    this.kind = kind;
    this.scope = scope;
    this.source = source;
    this.site = site;
    this.declared = declared;
    this.tags = tags;
  }

  /** Capitalised. */
  String type() {
    return type;
  }

  String title() {
    return title;
  }

  ResourceKind kind() {
    return kind;
  }

  /** The class, define or node that is evaluated for this resource, or null. */
  @Nullable CodeUnit unit() {
    return kind instanceof ResourceKind.Defined defined ? defined.unit() : null;
  }

  /** The facts of its type when it is written in Ruby, or null. */
  @Nullable ResourceTypeInfo info() {
    return kind instanceof ResourceKind.BuiltIn builtIn ? builtIn.info() : null;
  }

  /** The values of namevars that the title gives. */
  Map<String, Object> titleParts(ResourceTypeInfo info) {
    if (titleParts == null) {
      titleParts = Uniqueness.parseTitle(info, title);
    }
    return titleParts;
  }

  boolean isBuiltIn() {
    return kind instanceof ResourceKind.BuiltIn;
  }

  boolean isClass() {
    return type.equals(CLASS);
  }

  /** Whether it is {@code Class[main]} or {@code Stage[main]}: its title is no plain string. */
  boolean isMain() {
    return title.equals("main") && !declared;
  }

  /** The kind that catalogs show. */
  String label() {
    return kind.label(declared);
  }

  boolean isStage() {
    return type.equals(STAGE);
  }

  /** Where it was declared. */
  Scope scope() {
    return scope;
  }

  /** Whose code declared it. */
  CodeUnit source() {
    return source;
  }

  @Nullable Site site() {
    return site;
  }

  ParamList params() {
    return params;
  }

  /** The value of a parameter, or the title; {@code Undef} when it is not set. */
  Object value(String name) {
    return name.equals("title") ? title : params.value(name);
  }

  /** The name as code sees it: the parameter, or else the title. */
  Object name() {
    Object name = params.value("name");
    return name == Undef.UNDEF ? title : name;
  }

  TagList tags() {
    return tags;
  }

  void setTags(TagList tags) {
    this.tags = tags;
  }

  /** Whether it has one of the tags, those included that it will get from where it stands. */
  boolean isTagged(List<String> any) {
    for (String tag : any) {
      if (tags.contains(tag)) {
        return true;
      }
    }
    return scope.resource() instanceof CatalogResource outer
        && outer != this
        && outer.isTagged(any);
  }

  boolean isVirtual() {
    return virtual;
  }

  void setVirtual(boolean virtual) {
    this.virtual = virtual;
  }

  boolean isExported() {
    return exported;
  }

  void setExported(boolean exported) {
    this.exported = exported;
  }

  boolean isEvaluated() {
    return evaluated;
  }

  void markEvaluated() {
    evaluated = true;
  }

  boolean isFinished() {
    return finished;
  }

  void markFinished() {
    finished = true;
  }

  /** Adds the tags of the resource that it stands in, once. */
  void finishEvaluation() {
    if (evaluationFinished) {
      return;
    }
    evaluationFinished = true;
    if (scope.resource() instanceof CatalogResource outer && outer != this) {
      tags = tags.merge(outer.tags);
    }
  }

  /** Names of parameters whose values are secrets, in order. */
  List<String> sensitive() {
    return sensitive;
  }

  /** What it contains, in the order of the edges. */
  List<CatalogResource> targets() {
    return targets;
  }

  /** What it is contained in, in the order of the edges. */
  List<CatalogResource> containers() {
    return containers;
  }

  /** Where a collected resource comes from; null for one of this catalog. */
  @Nullable Object collectorId() {
    return collectorId;
  }

  void setCollectorId(Object id) {
    collectorId = id;
  }

  /** Whether the agent never sees it: neither real nor exported. */
  boolean isLeftOut() {
    return virtual && !exported;
  }

  /** The declaration's position in parentheses; empty when nothing is known. */
  String location() {
    return site == null ? "" : site.location().stripLeading();
  }

  /** The reference: {@code Type[title]}. */
  @Override
  public String toString() {
    return type + "[" + title + "]";
  }
}
