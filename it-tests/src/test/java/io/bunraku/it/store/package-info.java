// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Stores under load while their engines are killed, paused and parted; stores that go away,
 * plug-ins from outside, and whole stores that move; and the engines.
 */
@NullMarked
package io.bunraku.it.store;

import org.jspecify.annotations.NullMarked;
