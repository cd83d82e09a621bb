// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
/** Real engines in containers, for machines with Docker. */
@NullMarked
package io.bunraku.it.containers;

import org.jspecify.annotations.NullMarked;
