// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

import io.bunraku.compiler.value.Sensitive;

/** What a template has rendered so far. */
final class RenderedText {

  private final StringBuilder text = new StringBuilder();
  private boolean sensitive;

  void append(String value) {
    text.append(value);
  }

  void appendSensitive(String value) {
    sensitive = true;
    text.append(value);
  }

  /** The text, as Sensitive when something sensitive was rendered. */
  Object result() {
    return sensitive ? new Sensitive(text.toString()) : text.toString();
  }
}
