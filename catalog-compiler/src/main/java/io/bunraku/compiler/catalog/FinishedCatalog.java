// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.catalog;

import com.fasterxml.jackson.core.JsonGenerator;
import io.bunraku.compiler.value.Undef;
import io.bunraku.storeconfig.model.ExportedResource;
import io.bunraku.storeconfig.model.Resource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A catalog that will not change any more. */
final class FinishedCatalog implements CompiledCatalog {

  private final String certname;
  private final String environment;
  private final Object version;
  private final @Nullable String codeId;
  private final String uuid;
  private final TagList tags;
  private final List<String> classes;
  private final List<FinalResource> resources;
  private final List<FinalResource[]> edges;

  FinishedCatalog(
      String certname,
      String environment,
      Object version,
      @Nullable String codeId,
      UUID uuid,
      TagList tags,
      Collection<String> classes,
      List<FinalResource> resources,
      List<FinalResource[]> edges) {
    this.certname = certname;
    this.environment = environment;
    this.version = version;
    this.codeId = codeId;
    this.uuid = uuid.toString();
    this.tags = tags;
    this.classes = List.copyOf(classes);
    this.resources = List.copyOf(resources);
    this.edges = List.copyOf(edges);
  }

  @Override
  public String certname() {
    return certname;
  }

  @Override
  public String environment() {
    return environment;
  }

  @Override
  public Object version() {
    return version;
  }

  @Override
  public String catalogUuid() {
    return uuid;
  }

  @Override
  public int resourceCount() {
    return (int) resources.stream().filter(resource -> !resource.virtual()).count();
  }

  @Override
  public List<ExportedResource> exports() {
    List<ExportedResource> exports = new ArrayList<>();
    for (FinalResource it : resources) {
      if (it.exported()) {
        exports.add(
            new ExportedResource(certname, environment, stored(it), Set.copyOf(it.sensitive())));
      }
    }
    return exports;
  }

  private static Resource stored(FinalResource it) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    it.parameters().forEach((name, value) -> parameters.put(name, plain(value)));
    return new Resource(
        it.type(), it.title(), it.tags().toList(), it.file(), it.line(), true, parameters);
  }

  /** JSON data with Java's null for null. */
  private static Object plain(Object value) {
    if (value instanceof List<?> list) {
      List<@Nullable Object> copy = new ArrayList<>(list.size());
      list.forEach(one -> copy.add(one == Undef.UNDEF ? null : plain(one)));
      return copy;
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> copy = new LinkedHashMap<>();
      map.forEach((key, one) -> copy.put(key.toString(), one == Undef.UNDEF ? null : plain(one)));
      return copy;
    }
    return value;
  }

  @Override
  public void writeTo(JsonGenerator generator) throws IOException {
    new CatalogWriter(generator, false).write(this);
  }

  @Override
  public void writeWithExportedTo(JsonGenerator generator) throws IOException {
    new CatalogWriter(generator, true).write(this);
  }

  @Nullable String codeId() {
    return codeId;
  }

  TagList tags() {
    return tags;
  }

  List<String> classes() {
    return classes;
  }

  List<FinalResource> resources() {
    return resources;
  }

  List<FinalResource[]> edges() {
    return edges;
  }
}
