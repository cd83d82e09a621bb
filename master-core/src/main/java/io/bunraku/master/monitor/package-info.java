// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
/** What operators watch: status and metrics. */
@NullMarked
package io.bunraku.master.monitor;

import org.jspecify.annotations.NullMarked;
