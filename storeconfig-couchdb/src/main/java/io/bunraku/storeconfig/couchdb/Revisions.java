// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.couchdb;

import com.fasterxml.jackson.databind.JsonNode;
import io.bunraku.storeconfig.spi.ConflictModel;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.Stored;
import io.bunraku.storeconfig.spi.Token;
import io.bunraku.storeconfig.spi.Value;
import io.bunraku.storeconfig.spi.WriteOutcome;
import org.jspecify.annotations.Nullable;

/**
 * How revisions are used in one of the conflict models. All methods throw {@link
 * AbsentDatabaseException} if the database is not there; nothing was written then.
 */
interface Revisions {

  ConflictModel model();

  Stored read(String database, Key key);

  /** Writes a value, or deletes for null, over what was seen. */
  WriteOutcome write(String database, Key key, @Nullable Value value, Token seen);

  /** The token of a document that a listing shows with its conflicts. */
  Token token(JsonNode document);
}
