// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.query;

import io.bunraku.storeconfig.model.Resource;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a filter compares: {@code title}, {@code tag}, or the name of a parameter. As in Puppet's
 * storeconfigs, {@code ==} finds a value also inside an array, {@code !=} compares the array as a
 * whole; strings are compared exactly, and tags are lower case.
 */
public final class Field {

  private Field() {}

  /** Whether an index by value can find what equals a value: plain texts, numbers, booleans. */
  public static boolean isIndexed(Object value) {
    return value instanceof String || value instanceof Number || value instanceof Boolean;
  }

  /** The form in which an index keeps a value: values that a query takes as equal have one. */
  public static Object indexed(String field, Object value) {
    return field.equals("tag") ? value.toString().toLowerCase(Locale.ROOT) : canonical(value);
  }

  private static Object canonical(Object value) {
    if (!(value instanceof Number number)) {
      return value;
    }
    double real = number.doubleValue();
    return Double.isNaN(real) || Double.isInfinite(real)
        ? value
        : new BigDecimal(number.toString()).stripTrailingZeros();
  }

  /** All values, as {@link #indexed} gives them, that a field of a resource may be found by. */
  public static Set<Object> values(Resource resource, String field) {
    return switch (field) {
      case "title" -> Set.of(resource.title());
      case "tag" -> new HashSet<>(resource.tags());
      default -> {
        Object value = resource.parameters().get(field);
        Set<Object> values = new HashSet<>();
        (value instanceof Collection<?> many ? many : Collections.singleton(value))
            .forEach(v -> index(v, values));
        yield values;
      }
    };
  }

  private static void index(@Nullable Object value, Set<Object> into) {
    if (value != null && isIndexed(value)) {
      into.add(canonical(value));
    }
  }

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
