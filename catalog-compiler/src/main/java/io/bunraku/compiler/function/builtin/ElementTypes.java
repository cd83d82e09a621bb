// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.function.builtin;

import io.bunraku.compiler.type.IntegerType;
import io.bunraku.compiler.type.PuppetType;
import io.bunraku.compiler.type.StringType;
import io.bunraku.compiler.type.TupleType;
import io.bunraku.compiler.type.TypeInference;
import io.bunraku.compiler.type.UnitType;
import io.bunraku.compiler.type.VariantType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The types of what iterators give. */
final class ElementTypes {

  static final PuppetType CHARACTER = StringType.ofSize(IntegerType.exactly(1));

  private ElementTypes() {}

  static PuppetType ofList(List<?> list) {
    return list.isEmpty() ? UnitType.UNIT : variant(list);
  }

  static PuppetType ofMap(Map<?, ?> map) {
    List<PuppetType> types =
        map.isEmpty()
            ? List.of(UnitType.UNIT, UnitType.UNIT)
            : List.of(variant(map.keySet()), variant(map.values()));
    return new TupleType(types, IntegerType.exactly(2));
  }

  private static PuppetType variant(Collection<?> values) {
    List<PuppetType> types = new ArrayList<>(values.size());
    values.forEach(value -> types.add(TypeInference.inferSet(value)));
    return VariantType.of(types);
  }
}
