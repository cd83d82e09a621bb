// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

/** A value that knows its own type: functions, lambdas and instances of object types. */
public interface TypedValue {

  /** The value's type. */
  PuppetType puppetType();
}
