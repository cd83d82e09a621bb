// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.catalog;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import io.bunraku.compiler.value.Undef;
import java.io.IOException;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a catalog. Names and references that occur often are encoded once. */
final class CatalogWriter {

  private static final SerializedString TYPE = new SerializedString("type");
  private static final SerializedString TITLE = new SerializedString("title");
  private static final SerializedString TAGS = new SerializedString("tags");
  private static final SerializedString FILE = new SerializedString("file");
  private static final SerializedString LINE = new SerializedString("line");
  private static final SerializedString EXPORTED = new SerializedString("exported");
  private static final SerializedString KIND = new SerializedString("kind");
  private static final SerializedString PARAMETERS = new SerializedString("parameters");
  private static final SerializedString SENSITIVE = new SerializedString("sensitive_parameters");
  private static final SerializedString SOURCE = new SerializedString("source");
  private static final SerializedString TARGET = new SerializedString("target");

  private final JsonGenerator generator;
  private final boolean withExported;
  private final Map<String, SerializedString> names = new HashMap<>();
  private final IdentityHashMap<FinalResource, SerializedString> references =
      new IdentityHashMap<>();

  CatalogWriter(JsonGenerator generator, boolean withExported) {
    this.generator = generator;
    this.withExported = withExported;
  }

  void write(FinishedCatalog catalog) throws IOException {
    generator.writeStartObject();
    generator.writeFieldName(TAGS);
    catalog.tags().writeTo(generator);
    generator.writeStringField("name", catalog.certname());
    generator.writeFieldName("version");
    writeValue(catalog.version());
    generator.writeStringField("code_id", catalog.codeId());
    generator.writeStringField("catalog_uuid", catalog.catalogUuid());
    generator.writeNumberField("catalog_format", 2);
    generator.writeStringField("environment", catalog.environment());
    writeResources(catalog.resources());
    writeEdges(catalog.edges());
    generator.writeFieldName("classes");
    writeValue(catalog.classes());
    generator.writeEndObject();
  }

  private boolean isShown(FinalResource resource) {
    return withExported || !resource.virtual();
  }

  private void writeResources(List<FinalResource> resources) throws IOException {
    generator.writeArrayFieldStart("resources");
    for (FinalResource resource : resources) {
      if (isShown(resource)) {
        writeResource(resource);
      }
    }
    generator.writeEndArray();
  }

  private void writeResource(FinalResource resource) throws IOException {
    generator.writeStartObject();
    generator.writeFieldName(TYPE);
    generator.writeString(name(resource.type()));
    generator.writeFieldName(TITLE);
    generator.writeString(resource.title());
    generator.writeFieldName(TAGS);
    resource.tags().writeTo(generator);
    writePosition(resource.file(), resource.line());
    generator.writeFieldName(EXPORTED);
    generator.writeBoolean(resource.exported());
    generator.writeFieldName(KIND);
    generator.writeString(name(resource.kind()));
    if (!resource.parameters().isEmpty()) {
      writeParameters(resource.parameters());
    }
    if (!resource.sensitive().isEmpty()) {
      generator.writeFieldName(SENSITIVE);
      writeValue(resource.sensitive());
    }
    generator.writeEndObject();
  }

  private void writePosition(@Nullable String file, int line) throws IOException {
    if (file != null) {
      generator.writeFieldName(FILE);
      generator.writeString(name(file));
    }
    if (line > 0) {
      generator.writeFieldName(LINE);
      generator.writeNumber(line);
    }
  }

  private void writeParameters(Map<String, Object> parameters) throws IOException {
    generator.writeFieldName(PARAMETERS);
    generator.writeStartObject();
    for (Map.Entry<String, Object> parameter : parameters.entrySet()) {
      generator.writeFieldName(name(parameter.getKey()));
      writeValue(parameter.getValue());
    }
    generator.writeEndObject();
  }

  private void writeEdges(List<FinalResource[]> edges) throws IOException {
    generator.writeArrayFieldStart("edges");
    for (FinalResource[] edge : edges) {
      if (isShown(edge[0]) && isShown(edge[1])) {
        generator.writeStartObject();
        generator.writeFieldName(SOURCE);
        generator.writeString(reference(edge[0]));
        generator.writeFieldName(TARGET);
        generator.writeString(edge[1].reference());
        generator.writeEndObject();
      }
    }
    generator.writeEndArray();
  }

  private SerializedString name(String name) {
    return names.computeIfAbsent(name, SerializedString::new);
  }

  private SerializedString reference(FinalResource container) {
    return references.computeIfAbsent(
        container, resource -> new SerializedString(resource.reference()));
  }

  private void writeValue(Object value) throws IOException {
    switch (value) {
      case String it -> generator.writeString(it);
      case Long it -> generator.writeNumber(it);
      case Integer it -> generator.writeNumber(it);
      case Double it -> generator.writeNumber(it);
      case BigInteger it -> generator.writeNumber(it);
      case Boolean it -> generator.writeBoolean(it);
      case Undef it -> generator.writeNull();
      case List<?> it -> writeList(it);
      case Map<?, ?> it -> writeMap(it);
      default -> generator.writeString(value.toString());
    }
  }

  private void writeList(List<?> list) throws IOException {
    generator.writeStartArray();
    for (Object one : list) {
      writeValue(one);
    }
    generator.writeEndArray();
  }

  private void writeMap(Map<?, ?> map) throws IOException {
    generator.writeStartObject();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      generator.writeFieldName(entry.getKey().toString());
      writeValue(entry.getValue());
    }
    generator.writeEndObject();
  }
}
