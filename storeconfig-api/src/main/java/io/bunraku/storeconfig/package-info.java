// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What master-core calls to keep and find facts, catalogs, exports, reports, code and certificates.
 * {@code StoreConfigs} hands out one store for each document family; {@code Documents} is the
 * read-merge-write loop below them all.
 */
@NullMarked
package io.bunraku.storeconfig;

import org.jspecify.annotations.NullMarked;
