// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.model;

/**
 * A published revocation list.
 *
 * @param number CRL number, which only grows
 * @param pem the list in PEM
 */
public record Crl(long number, String pem) {}
