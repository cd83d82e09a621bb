// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One node, as known before it is compiled. All maps hold values of the language ({@code String
 * Long Double Boolean List Map} and {@code Undef}) and keep their order.
 *
 * @param certname the node's name
 * @param environment the environment's name
 * @param facts fact name to value; each becomes a top-scope variable, all of them {@code $facts}
 * @param trusted what {@code $trusted} shows
 * @param serverFacts what {@code $server_facts} shows
 * @param classes classes of the classifier: name to parameters, or to null for plain inclusion
 * @param parameters top-scope variables of the classifier
 * @param settings what {@code $settings::} shows
 * @param options language version and strictness
 * @param codeId version of the code, or null when unknown
 * @param version the catalog's version, an integer or a string, or null for the clock's seconds
 */
public record CompileRequest(
    String certname,
    String environment,
    Map<String, Object> facts,
    Map<String, Object> trusted,
    Map<String, Object> serverFacts,
    Map<String, @Nullable Map<String, Object>> classes,
    Map<String, Object> parameters,
    Map<String, Object> settings,
    LanguageOptions options,
    @Nullable String codeId,
    @Nullable Object version) {

  /** A request whose catalog gets the clock's seconds as its version, as Puppet's own does. */
  public CompileRequest(
      String certname,
      String environment,
      Map<String, Object> facts,
      Map<String, Object> trusted,
      Map<String, Object> serverFacts,
      Map<String, @Nullable Map<String, Object>> classes,
      Map<String, Object> parameters,
      Map<String, Object> settings,
      LanguageOptions options,
      @Nullable String codeId) {
    this(
        certname,
        environment,
        facts,
        trusted,
        serverFacts,
        classes,
        parameters,
        settings,
        options,
        codeId,
        null);
  }
}
