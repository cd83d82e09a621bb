// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
/** The s3 backend. An empty room until its issue furnishes it. */
@NullMarked
package io.bunraku.storeconfig.s3;

import org.jspecify.annotations.NullMarked;
