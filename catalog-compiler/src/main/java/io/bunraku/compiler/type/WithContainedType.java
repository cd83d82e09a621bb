// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Types that say something of one other type. */
public sealed interface WithContainedType extends PuppetType
    permits TypeType,
        NotUndefType,
        OptionalType,
        SensitiveType,
        IterableType,
        IteratorType,
        InitType {

  /** The contained type, or null when it is left open. */
  @Nullable PuppetType type();

  /** The same type around another one. */
  PuppetType with(@Nullable PuppetType type);

  @Override
  default PuppetType generalize() {
    PuppetType type = type();
    return type == null ? unparameterized() : with(type.generalize());
  }

  @Override
  default PuppetType normalize() {
    PuppetType type = type();
    return type == null ? unparameterized() : with(type.normalize());
  }

  @Override
  default List<PuppetType> children() {
    PuppetType type = type();
    return type == null ? List.of() : List.of(type);
  }
}
