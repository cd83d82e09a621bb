// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
/** The command line: one class a command, with examples in its help and documented exit codes. */
@NullMarked
package io.bunraku.master.cli;

import org.jspecify.annotations.NullMarked;
