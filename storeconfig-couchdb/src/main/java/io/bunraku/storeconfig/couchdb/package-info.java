// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
/** The couchdb backend. An empty room until its issue furnishes it. */
@NullMarked
package io.bunraku.storeconfig.couchdb;

import org.jspecify.annotations.NullMarked;
