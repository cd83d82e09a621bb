// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
/** Membership and clocks of many masters. An empty room until its issue furnishes it. */
@NullMarked
package io.bunraku.master.cluster;

import org.jspecify.annotations.NullMarked;
