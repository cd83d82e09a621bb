// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.model;

import java.math.BigInteger;

/**
 * A revoked certificate. It can not be taken back.
 *
 * @param serial of the certificate
 * @param revoked milliseconds since 1970; of two the earlier stands
 * @param reason CRL reason code of RFC 5280, 0 when none was given
 */
public record Revocation(BigInteger serial, long revoked, int reason) {}
