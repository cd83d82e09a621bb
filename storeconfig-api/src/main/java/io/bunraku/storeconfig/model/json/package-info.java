// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
/**
 * JSON codecs of the model, streaming where a document can be large. The canonical form is what
 * digests are taken on.
 */
@NullMarked
package io.bunraku.storeconfig.model.json;

import org.jspecify.annotations.NullMarked;
