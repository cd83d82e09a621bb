// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What a collector asks for. {@code Filter} is the reference meaning of a query: a backend may
 * answer with more than {@code test} accepts, never with less.
 */
@NullMarked
package io.bunraku.storeconfig.query;

import org.jspecify.annotations.NullMarked;
