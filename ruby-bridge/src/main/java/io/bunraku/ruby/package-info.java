// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
/**
 * JRuby behind the compiler's ports: functions, ERB and type metadata that modules carry. An empty
 * room until its issue furnishes it.
 */
@NullMarked
package io.bunraku.ruby;

import org.jspecify.annotations.NullMarked;
