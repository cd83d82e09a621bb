// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.model;

import org.jspecify.annotations.Nullable;

/**
 * A report of an agent run. The JSON is kept as it came; the other components are what lists show.
 *
 * @param node who reports
 * @param id unique for the node: the transaction UUID, or the digest of the content
 * @param received milliseconds since 1970; its UTC day is when the report will be dropped
 * @param status {@code changed unchanged failed}, or {@code ?} when the report does not say
 * @param environment or null when the report does not say
 * @param noop whether the run was a dry one
 * @param json the report in UTF-8
 */
public record Report(
    Certname node,
    String id,
    long received,
    String status,
    @Nullable String environment,
    boolean noop,
    Bytes json) {}
