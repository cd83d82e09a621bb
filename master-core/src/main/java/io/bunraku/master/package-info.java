// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The master: {@code Main} starts it, {@code Master} wires every constructor on one page, {@code
 * MasterConfig} is its configuration contract.
 */
@NullMarked
package io.bunraku.master;

import org.jspecify.annotations.NullMarked;
