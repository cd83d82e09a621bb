// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
/** Templates: EPP, and the port through which ERB is rendered. */
@NullMarked
package io.bunraku.compiler.template;

import org.jspecify.annotations.NullMarked;
