// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
/** What is known of a node before it is compiled: classification and trusted facts. */
@NullMarked
package io.bunraku.master.node;

import org.jspecify.annotations.NullMarked;
