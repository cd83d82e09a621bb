// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What a master has acknowledged while the store was away: kept on its own disk, in order, until
 * the store is back.
 */
@NullMarked
package io.bunraku.storeconfig.spool;

import org.jspecify.annotations.NullMarked;
