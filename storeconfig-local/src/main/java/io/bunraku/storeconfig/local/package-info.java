// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The embedded store: one SQLite file in WAL mode with synchronous=FULL. It is the default when a
 * master runs alone.
 */
@NullMarked
package io.bunraku.storeconfig.local;

import org.jspecify.annotations.NullMarked;
