// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
/**
 * An unmodified puppet agent against a master that runs as its users start it: the launcher, a
 * configuration file, a process.
 */
@NullMarked
package io.bunraku.it.agent;

import org.jspecify.annotations.NullMarked;
