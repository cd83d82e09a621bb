// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
/** The cassandra backend. An empty room until its issue furnishes it. */
@NullMarked
package io.bunraku.storeconfig.cassandra;

import org.jspecify.annotations.NullMarked;
