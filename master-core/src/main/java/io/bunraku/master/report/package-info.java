// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
/** Reports of agents and what is done with them. */
@NullMarked
package io.bunraku.master.report;

import org.jspecify.annotations.NullMarked;
