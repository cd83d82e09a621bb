// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The store on Apache Cassandra: a document is a partition that lightweight transactions change; an
 * index table, written before the document, is what scans read.
 */
@NullMarked
package io.bunraku.storeconfig.cassandra;

import org.jspecify.annotations.NullMarked;
