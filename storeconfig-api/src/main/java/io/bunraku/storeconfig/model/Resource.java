// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A resource as a catalog or a store shows it. Parameter values are plain JSON data; rich data is
 * in its {@code __ptype} form.
 *
 * @param type capitalised: {@code Apache::Vhost}
 * @param title the title
 * @param tags in order, lower case
 * @param file logical path of the declaration, or null
 * @param line from 1, or 0 when unknown
 * @param exported whether it was declared exported
 * @param parameters name to value, in order
 */
public record Resource(
    String type,
    String title,
    List<String> tags,
    @Nullable String file,
    int line,
    boolean exported,
    Map<String, Object> parameters) {

  public Resource {
    tags = List.copyOf(tags);
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }
}
