// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import io.bunraku.compiler.eval.Site;
import org.jspecify.annotations.Nullable;

/** Where the parts of an access expression stand, for the errors that blame them. */
public interface AccessSites {

  /** Knows no position. */
  AccessSites UNKNOWN =
      new AccessSites() {
        @Override
        public @Nullable Site whole() {
          return null;
        }

        @Override
        public @Nullable Site left() {
          return null;
        }

        @Override
        public @Nullable Site key(int index) {
          return null;
        }
      };

  /** The access expression. */
  @Nullable Site whole();

  /** What stands before the bracket. */
  @Nullable Site left();

  /** A key as written; null when there are fewer. */
  @Nullable Site key(int index);
}
