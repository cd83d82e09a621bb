// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.query;

import io.bunraku.storeconfig.model.Resource;
import java.util.List;

/** A condition on a resource, as written between the pipes of a collector. */
public sealed interface Filter {

  /** The reference meaning of the filter. */
  boolean test(Resource resource);

  /** Equality; see {@link Field} for what {@code field} may be. */
  record Eq(String field, Object value) implements Filter {
    @Override
    public boolean test(Resource resource) {
      return Field.equal(resource, field, value);
    }
  }

  /** Inequality. */
  record NotEq(String field, Object value) implements Filter {
    @Override
    public boolean test(Resource resource) {
      return Field.unequal(resource, field, value);
    }
  }

  /** All of the operands. */
  record And(List<Filter> operands) implements Filter {
    public And {
      operands = List.copyOf(operands);
    }

    @Override
    public boolean test(Resource resource) {
      return operands.stream().allMatch(f -> f.test(resource));
    }
  }

  /** Any of the operands. */
  record Or(List<Filter> operands) implements Filter {
    public Or {
      operands = List.copyOf(operands);
    }

    @Override
    public boolean test(Resource resource) {
      return operands.stream().anyMatch(f -> f.test(resource));
    }
  }

  /** No condition. */
  record Always() implements Filter {
    @Override
    public boolean test(Resource resource) {
      return true;
    }
  }
}
