// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.bunraku.compiler.CompileRequest;
import io.bunraku.compiler.catalog.CompiledCatalog;
import io.bunraku.storeconfig.model.ExportedResource;
import java.io.IOException;
import java.util.List;

/** A catalog that shows what its compile was asked for. */
record FakeCatalog(CompileRequest request, String catalogUuid) implements CompiledCatalog {

  @Override
  public String certname() {
    return request.certname();
  }

  @Override
  public String environment() {
    return request.environment();
  }

  @Override
  public Object version() {
    return request.version() == null ? (Object) 0 : request.version();
  }

  @Override
  public int resourceCount() {
    return 0;
  }

  @Override
  public List<ExportedResource> exports() {
    return List.of();
  }

  @Override
  public void writeWithExportedTo(JsonGenerator generator) throws IOException {
    writeTo(generator);
  }

  @Override
  public void writeTo(JsonGenerator generator) throws IOException {
    generator.writeStartObject();
    generator.writeStringField("name", certname());
    generator.writeStringField("environment", environment());
    generator.writeStringField("version", String.valueOf(version()));
    generator.writeStringField("code_id", request.codeId());
    generator.writeStringField("catalog_uuid", catalogUuid);
    generator.writeStringField("facts", String.valueOf(request.facts()));
    generator.writeStringField("trusted", String.valueOf(request.trusted()));
    generator.writeStringField("server_facts", String.valueOf(request.serverFacts().keySet()));
    generator.writeStringField("classes", String.valueOf(request.classes()));
    generator.writeStringField("padding", "x".repeat(500));
    generator.writeEndObject();
  }
}
