// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The executable specification of a backend, in both conflict models and with faults on demand. It
 * is a test double for everything above the SPI and the first subject of the kit.
 */
@NullMarked
package io.bunraku.storeconfig.memory;

import org.jspecify.annotations.NullMarked;
