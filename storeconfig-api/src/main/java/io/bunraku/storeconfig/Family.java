// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import io.bunraku.storeconfig.merge.Merge;
import io.bunraku.storeconfig.model.json.Codec;
import java.util.Map;
import java.util.function.Function;

/**
 * A kind of document.
 *
 * @param codec its bytes
 * @param merge makes one of concurrent values
 * @param attributes what a scan of heads shows: digest, stamp
 * @param secret whether it is encrypted where there is a keyring
 * @param <T> its values
 */
record Family<T>(
    Codec<T> codec, Merge<T> merge, Function<T, Map<String, String>> attributes, boolean secret) {}
