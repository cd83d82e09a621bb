// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The backend {@code couchdb}: a document of Bunraku is a document of CouchDB, its value an
 * attachment, its token the revision, or in a cluster the set of leaf revisions.
 */
@NullMarked
package io.bunraku.storeconfig.couchdb;

import org.jspecify.annotations.NullMarked;
