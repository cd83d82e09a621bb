// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

/**
 * A parameter that some code sets on a resource.
 *
 * @param name attribute name
 * @param value its value; {@code Undef} unsets
 * @param append whether it was written with {@code +>}
 * @param site where
 */
public record ResourceParameter(String name, Object value, boolean append, Site site) {}
