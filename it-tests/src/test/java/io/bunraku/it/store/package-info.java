// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
/** Stores that go away, plug-ins from outside, and whole stores that move. */
@NullMarked
package io.bunraku.it.store;

import org.jspecify.annotations.NullMarked;
