// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
/**
 * A newcomer's first minute: a sample control repo, a master on the embedded store, and a sample
 * node that gets its certificate and its catalog as an agent would.
 */
@NullMarked
package io.bunraku.master.cli.quickstart;

import org.jspecify.annotations.NullMarked;
