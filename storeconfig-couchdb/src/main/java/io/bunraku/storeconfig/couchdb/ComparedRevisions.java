// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.couchdb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bunraku.storeconfig.spi.ConflictModel;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.StoreException;
import io.bunraku.storeconfig.spi.Stored;
import io.bunraku.storeconfig.spi.Token;
import io.bunraku.storeconfig.spi.Value;
import io.bunraku.storeconfig.spi.WriteOutcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One copy of each document: the revision is compared and set, 409 is a conflict. */
final class ComparedRevisions implements Revisions {
  private final CouchClient client;
  private final Databases databases;

  ComparedRevisions(CouchClient client, Databases databases) {
    this.client = client;
    this.databases = databases;
  }

  @Override
  public ConflictModel model() {
    return ConflictModel.COMPARE_AND_SET;
  }

  @Override
  public Stored read(String database, Key key) {
    String query = "?attachments=true&conflicts=true";
    Answer answer = client.get(CouchClient.path(database, DocumentIds.inPath(key) + query));
    if (answer.isAbsentDocument()) {
      return Stored.ABSENT;
    }
    JsonNode document = databases.requireOk(database, answer).body();
    Value value = DocumentJson.value(document);
    if (value == null) {
      throw new StoreException(client.at(key + " came without its attachment"));
    }
    return new Stored(List.of(value), token(document));
  }

  /** Conflicts come from replication, or from a cluster: picking the winner would lose the rest. */
  @Override
  public Token token(JsonNode document) {
    if (document.has("_conflicts")) {
      throw new StoreException(
          client.at(
              document.path("_id").asText()
                  + " has conflicting revisions, so this is replicated or a cluster: set 'cluster:"
                  + " true'"));
    }
    return new Token(DocumentJson.revision(document));
  }

  @Override
  public WriteOutcome write(String database, Key key, @Nullable Value value, Token seen) {
    if (value == null && seen.isAbsent()) {
      return read(database, key).isAbsent()
          ? new WriteOutcome.Written(Token.ABSENT)
          : new WriteOutcome.Conflict();
    }
    ObjectNode document =
        value == null ? DocumentJson.object().put("_deleted", true) : DocumentJson.of(value);
    if (!seen.isAbsent()) {
      document.put("_rev", seen.value());
    }
    Answer answer = client.put(CouchClient.path(database, DocumentIds.inPath(key)), document);
    if (answer.isConflict() || answer.isAbsentDocument()) {
      return new WriteOutcome.Conflict();
    }
    if (answer.isUnsure()) {
      return answer.unknown();
    }
    String revision = databases.requireOk(database, answer).body().path("rev").asText();
    return new WriteOutcome.Written(value == null ? Token.ABSENT : new Token(revision));
  }
}
