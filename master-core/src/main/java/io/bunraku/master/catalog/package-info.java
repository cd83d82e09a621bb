// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The story of a catalog request: facts, classification, the guard against stepping back, the
 * compile, the store, the answer.
 */
@NullMarked
package io.bunraku.master.catalog;

import org.jspecify.annotations.NullMarked;
