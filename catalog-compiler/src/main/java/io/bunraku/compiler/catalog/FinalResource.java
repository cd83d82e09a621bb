// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.catalog;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A resource as the finished catalog has it.
 *
 * @param type capitalised
 * @param title the title
 * @param tags in order
 * @param file logical path, or null
 * @param line from 1, or 0 when unknown
 * @param virtual whether it is exported but was not collected by its own node
 * @param exported whether it is exported
 * @param kind what catalogs show as kind
 * @param parameters name to JSON data, rich data in its {@code __ptype} form; {@code Undef} inside
 *     of lists and hashes stands for null
 * @param sensitive names of parameters whose values are secrets
 */
record FinalResource(
    String type,
    String title,
    TagList tags,
    @Nullable String file,
    int line,
    boolean virtual,
    boolean exported,
    String kind,
    Map<String, Object> parameters,
    List<String> sensitive) {

  String reference() {
    return type + "[" + title + "]";
  }
}
