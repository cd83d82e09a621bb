// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
/** Environments of the codedir and the code version that a request is pinned to. */
@NullMarked
package io.bunraku.master.environment;

import org.jspecify.annotations.NullMarked;
