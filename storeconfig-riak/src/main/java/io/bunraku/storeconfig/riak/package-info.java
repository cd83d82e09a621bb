// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Store backend on Riak KV, through the Riak Java Client. Concurrent writes become siblings, which
 * the document layer merges; a bucket type with {@code consistent=true} compares and sets instead.
 */
@NullMarked
package io.bunraku.storeconfig.riak;

import org.jspecify.annotations.NullMarked;
