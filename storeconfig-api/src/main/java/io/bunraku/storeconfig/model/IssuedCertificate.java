// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.model;

import java.math.BigInteger;

/**
 * A certificate that was signed.
 *
 * @param node for whom
 * @param serial unique, random
 * @param pem X.509 in PEM
 * @param issued milliseconds since 1970
 * @param notAfter end of its life in milliseconds since 1970
 */
public record IssuedCertificate(
    Certname node, BigInteger serial, String pem, long issued, long notAfter) {}
