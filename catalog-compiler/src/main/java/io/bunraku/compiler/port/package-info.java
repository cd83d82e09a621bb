// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What others fill: Ruby, exported resources, files, resource types. A compile is a function of its
 * ports.
 */
@NullMarked
package io.bunraku.compiler.port;

import org.jspecify.annotations.NullMarked;
