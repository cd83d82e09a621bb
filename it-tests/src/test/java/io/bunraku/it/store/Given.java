// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.store;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the tests are told of servers that run already: a variable of the environment ({@code
 * BUNRAKU_IT_COUCHDB}), or a system property of that name in the manner of properties ({@code
 * bunraku.it.couchdb}).
 */
final class Given {
  private Given() {}

  static @Nullable String of(String variable) {
    String given = System.getenv(variable);
    String text =
        given == null
            ? System.getProperty(variable.toLowerCase(Locale.ROOT).replace('_', '.'))
            : given;
    return text == null || text.isBlank() ? null : text.strip();
  }

  static String of(String variable, String otherwise) {
    String given = of(variable);
    return given == null ? otherwise : given;
  }
}
