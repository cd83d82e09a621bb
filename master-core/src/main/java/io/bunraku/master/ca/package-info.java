// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The certificate authority: requests, policy, signing, revocation and the CRL. Everything it keeps
 * is in the store, so that any master can sign.
 */
@NullMarked
package io.bunraku.master.ca;

import org.jspecify.annotations.NullMarked;
