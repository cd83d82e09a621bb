// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Decorators that are written once for all backends: compression, chunking, write ids that settle
 * unknown outcomes, retries with a deadline, encryption of secrets, metrics. Not part of the API.
 */
@NullMarked
package io.bunraku.storeconfig.internal;

import org.jspecify.annotations.NullMarked;
