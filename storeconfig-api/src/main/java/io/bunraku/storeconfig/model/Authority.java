// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.model;

/**
 * The certificate authority's own material.
 *
 * @param generation from 1; the highest stands
 * @param certificates PEM: the signing certificate first, then its chain
 * @param privateKey the signing key as the caller encoded it, which should be encrypted
 */
public record Authority(long generation, String certificates, Bytes privateKey) {}
