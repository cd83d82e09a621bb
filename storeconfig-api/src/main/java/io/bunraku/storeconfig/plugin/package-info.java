// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
/** Backends that are dropped into a directory, each apart from all others. */
@NullMarked
package io.bunraku.storeconfig.plugin;

import org.jspecify.annotations.NullMarked;
