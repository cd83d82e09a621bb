// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
/** Measurements at the size of a fleet, to be run by hand; the tests only keep them working. */
@NullMarked
package io.bunraku.it.scale;

import org.jspecify.annotations.NullMarked;
