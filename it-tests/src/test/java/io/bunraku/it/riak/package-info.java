// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
/**
 * A double of Riak KV, for machines where there is none: it speaks the protocol buffers protocol
 * and keeps vector clocks, dotted siblings and tombstones as Riak does, in one process without
 * replicas. What passes against it alone is not proven against Riak.
 */
@NullMarked
package io.bunraku.it.riak;

import org.jspecify.annotations.NullMarked;
