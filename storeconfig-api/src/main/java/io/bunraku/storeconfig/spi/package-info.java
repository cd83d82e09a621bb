// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What the author of a backend implements: documents with opaque tokens, below domain calls and
 * above bytes. The laws are in the Javadoc of {@code StoreBackend}; the kit in storeconfig-tck
 * tests each of them.
 */
@NullMarked
package io.bunraku.storeconfig.spi;

import org.jspecify.annotations.NullMarked;
