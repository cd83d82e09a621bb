// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The records that are kept: facts, catalogs, resources, reports and the state of a node. They are
 * immutable and know nothing of a backend; their JSON codecs live in {@code model.json}.
 */
@NullMarked
package io.bunraku.storeconfig.model;

import org.jspecify.annotations.NullMarked;
