// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.catalog;

import com.fasterxml.jackson.core.JsonGenerator;
import io.bunraku.storeconfig.model.ExportedResource;
import java.io.IOException;
import java.util.List;

/** A finished catalog: what the agent gets, and what others may collect. */
public interface CompiledCatalog {

  /** The node's name. */
  String certname();

  /** The environment's name. */
  String environment();

  /** The catalog's version: an integer, or a string of {@code config_version}. */
  Object version();

  /** Random UUID of this catalog. */
  String catalogUuid();

  /** How many resources the agent gets. */
  int resourceCount();

  /** The exported resources, virtual ones included, as they are stored for collectors. */
  List<ExportedResource> exports();

  /**
   * Writes the catalog as the agent gets it: the bare object of catalog format 2, with rich data.
   *
   * @param generator of JSON or of another format that Jackson writes
   * @throws IOException what the generator throws
   */
  void writeTo(JsonGenerator generator) throws IOException;

  /**
   * Writes the catalog with the exported resources that the agent does not get, as the v4 endpoint
   * and storage have it.
   *
   * @param generator of JSON or of another format that Jackson writes
   * @throws IOException what the generator throws
   */
  void writeWithExportedTo(JsonGenerator generator) throws IOException;
}
