// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.query;

import io.bunraku.storeconfig.model.Resource;
import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a filter compares: {@code title}, {@code tag}, or the name of a parameter. */
final class Field {

  private Field() {}

  static boolean equal(Resource resource, String field, Object value) {
    return switch (field) {
      case "title" -> resource.title().equals(value);
      case "tag" -> resource.tags().contains(value.toString().toLowerCase(Locale.ROOT));
      default -> matches(resource.parameters().get(field), value);
    };
  }

  private static boolean matches(@Nullable Object actual, Object value) {
    return actual instanceof Collection<?> many ? many.contains(value) : value.equals(actual);
  }
}
