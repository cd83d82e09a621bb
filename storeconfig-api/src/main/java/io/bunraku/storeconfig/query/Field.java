// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.query;

import io.bunraku.storeconfig.model.Resource;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a filter compares: {@code title}, {@code tag}, or the name of a parameter. As in Puppet's
 * storeconfigs, {@code ==} finds a value also inside an array, {@code !=} compares the array as a
 * whole; strings are compared exactly, and tags are lower case.
 */
final class Field {

  private Field() {}

  static boolean equal(Resource resource, String field, Object value) {
    return switch (field) {
      case "title" -> resource.title().equals(value);
      case "tag" -> tagged(resource, value);
      default -> {
        Object actual = resource.parameters().get(field);
        yield same(actual, value) || (actual instanceof Collection<?> c && contains(c, value));
      }
    };
  }

  static boolean unequal(Resource resource, String field, Object value) {
    return switch (field) {
      case "title" -> !resource.title().equals(value);
      case "tag" -> !tagged(resource, value);
      default -> !same(resource.parameters().get(field), value);
    };
  }

  private static boolean tagged(Resource resource, Object value) {
    if (value instanceof Collection<?> many) {
      return many.stream().anyMatch(v -> tagged(resource, v));
    }
    return resource.tags().contains(value.toString().toLowerCase(Locale.ROOT));
  }

  private static boolean contains(Collection<?> many, Object value) {
    return many.stream().anyMatch(v -> same(v, value));
  }

  /** Numbers are equal by value: what was stored as 1 may be asked for as 1.0. */
  private static boolean same(@Nullable Object actual, Object value) {
    if (actual instanceof Number a && value instanceof Number b && a.getClass() != b.getClass()) {
      return new BigDecimal(a.toString()).compareTo(new BigDecimal(b.toString())) == 0;
    }
    return Objects.equals(actual, value);
  }
}
