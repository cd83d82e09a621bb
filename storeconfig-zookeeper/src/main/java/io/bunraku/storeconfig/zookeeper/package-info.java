// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Documents as znodes, through Curator. {@code ZooKeeperBackend} says what a document looks like,
 * {@code Connection} how its requests travel.
 */
@NullMarked
package io.bunraku.storeconfig.zookeeper;

import org.jspecify.annotations.NullMarked;
