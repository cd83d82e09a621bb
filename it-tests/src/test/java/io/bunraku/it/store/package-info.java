// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
/** Stores under load while their engines are killed, paused and parted; and the engines. */
@NullMarked
package io.bunraku.it.store;

import org.jspecify.annotations.NullMarked;
