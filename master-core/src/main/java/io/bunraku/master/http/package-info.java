// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The HTTP API on Jetty core handlers, without servlets: routes, client identity, authorisation.
 * One handler a URL family.
 */
@NullMarked
package io.bunraku.master.http;

import org.jspecify.annotations.NullMarked;
