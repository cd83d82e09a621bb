// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
/** The PuppetDB-compatible API. An empty room until its issue furnishes it. */
@NullMarked
package io.bunraku.master.query;

import org.jspecify.annotations.NullMarked;
