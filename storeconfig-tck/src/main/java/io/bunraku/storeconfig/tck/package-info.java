// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The conformance kit: a backend author extends these contracts in one test class. Each test name
 * bears the number of the law that it tests.
 */
@NullMarked
package io.bunraku.storeconfig.tck;

import org.jspecify.annotations.NullMarked;
