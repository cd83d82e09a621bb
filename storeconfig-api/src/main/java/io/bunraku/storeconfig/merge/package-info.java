// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
/**
 * How two values of one document become one: each rule is commutative, associative and idempotent.
 * A store with siblings needs no more than these rules to lose nothing.
 */
@NullMarked
package io.bunraku.storeconfig.merge;

import org.jspecify.annotations.NullMarked;
