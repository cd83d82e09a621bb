// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
/** Moves whole stores: from one backend to another, to a file and back. */
@NullMarked
package io.bunraku.storeconfig.transfer;

import org.jspecify.annotations.NullMarked;
