// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.catalog;

import io.bunraku.compiler.value.Undef;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The parameters of a resource, in the order in which they were first set. */
final class ParamList {

  private static final Param[] NONE = {};

  private Param[] params = NONE;
  private int size;

  int size() {
    return size;
  }

  Param at(int index) {
    return params[index];
  }

  /** The parameter of a name, or null. */
  @Nullable Param find(String name) {
    int index = indexOf(name);
    return index < 0 ? null : params[index];
  }

  /** The value of a parameter; {@code Undef} when it is not set. */
  Object value(String name) {
    int index = indexOf(name);
    return index < 0 ? Undef.UNDEF : params[index].value();
  }

  /** Sets a parameter; one of the same name keeps its place. */
  void set(Param param) {
    int index = indexOf(param.name());
    if (index >= 0) {
      params[index] = param;
      return;
    }
    if (size == params.length) {
      params = Arrays.copyOf(params, size == 0 ? 8 : size * 2);
    }
    params[size++] = param;
  }

  void replace(int index, Param param) {
    params[index] = param;
  }

  private int indexOf(String name) {
    for (int i = 0; i < size; i++) {
      if (params[i].name().equals(name)) {
        return i;
      }
    }
    return -1;
  }
}
