// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.catalog;

import io.bunraku.compiler.eval.Site;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parameters that some code sets on a resource that other code has declared.
 *
 * @param reference the resource: {@code Type[title]}
 * @param params what is set
 * @param source whose code sets it
 * @param site where, or null
 */
record ParamOverride(String reference, List<Param> params, CodeUnit source, @Nullable Site site) {}
