// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.ruby;

/** How values of the language look to Ruby's own functions. */
public interface RubyView {

  /** Ruby's {@code to_s} of a value. */
  String text(Object value);

  /** Ruby's {@code inspect} of a value. */
  String inspect(Object value);

  /** What Ruby's conversion errors call a value: its class, or {@code nil}, {@code true}. */
  String className(Object value);
}
