// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.model;

/**
 * A signing request that waits.
 *
 * @param node for whom
 * @param pem PKCS#10 in PEM
 * @param submitted milliseconds since 1970
 */
public record CertificateRequest(Certname node, String pem, long submitted) {}
