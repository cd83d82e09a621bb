// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.couchdb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bunraku.storeconfig.spi.ConflictModel;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.StoreException;
import io.bunraku.storeconfig.spi.Stored;
import io.bunraku.storeconfig.spi.Token;
import io.bunraku.storeconfig.spi.Value;
import io.bunraku.storeconfig.spi.WriteOutcome;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Several copies of each document, which may take different writes: all leaves of the revision tree
 * that are not deleted are siblings. A write grafts a revision on one leaf that it has seen and a
 * deletion on each other, as replication does ({@code new_edits: false}); CouchDB puts what a
 * request says of one document into its tree at once. Where a leaf has got another child meanwhile,
 * that child stays: a sibling.
 */
final class LeafRevisions implements Revisions {
  private final CouchClient client;
  private final Databases databases;

  LeafRevisions(CouchClient client, Databases databases) {
    this.client = client;
    this.databases = databases;
  }

  @Override
  public ConflictModel model() {
    return ConflictModel.SIBLINGS;
  }

  /**
   * {@code open_revs=all} joins the leaves of all copies that answer; {@code conflicts} may not.
   */
  @Override
  public Stored read(String database, Key key) {
    String query = "?open_revs=all&attachments=true";
    Answer answer = client.get(CouchClient.path(database, DocumentIds.inPath(key) + query));
    if (answer.isAbsentDocument()) {
      return Stored.ABSENT;
    }
    SortedMap<String, Value> siblings = new TreeMap<>();
    for (JsonNode leaf : databases.requireOk(database, answer).body()) {
      JsonNode document = leaf.path("ok");
      if (document.has("_rev") && !document.path("_deleted").asBoolean()) {
        Value value = DocumentJson.value(document);
        if (value == null) {
          throw new StoreException(client.at(key + " came without its attachment"));
        }
        siblings.put(DocumentJson.revision(document), value);
      }
    }
    return siblings.isEmpty()
        ? Stored.ABSENT
        : new Stored(new ArrayList<>(siblings.values()), token(siblings.sequencedKeySet()));
  }

  private static Token token(Iterable<String> sorted) {
    return new Token(String.join(",", sorted));
  }

  @Override
  public Token token(JsonNode document) {
    SortedSet<String> leaves = new TreeSet<>();
    leaves.add(DocumentJson.revision(document));
    document.path("_conflicts").forEach(revision -> leaves.add(revision.asText()));
    return token(leaves);
  }

  @Override
  public WriteOutcome write(String database, Key key, @Nullable Value value, Token seen) {
    List<Revision> leaves = leaves(seen);
    ObjectNode request = DocumentJson.object().put("new_edits", false);
    ArrayNode documents = request.putArray("docs");
    Token written = Token.ABSENT;
    if (value != null) {
      Revision parent = leaves.isEmpty() ? null : leaves.removeLast();
      Revision own = Revision.after(parent, UUID.randomUUID().toString().replace("-", ""));
      documents.add(graft(DocumentJson.of(value), key, parent, own));
      written = new Token(own.toString());
    }
    for (Revision leaf : leaves) {
      ObjectNode deletion = DocumentJson.object().put("_deleted", true);
      documents.add(graft(deletion, key, leaf, Revision.after(leaf, deletionOf(leaf))));
    }
    return documents.isEmpty()
        ? new WriteOutcome.Written(written)
        : post(database, request, written);
  }

  private WriteOutcome post(String database, ObjectNode request, Token written) {
    Answer answer = client.post(CouchClient.path(database, "_bulk_docs"), request);
    if (answer.isUnsure()) {
      return answer.unknown();
    }
    for (JsonNode result : databases.requireOk(database, answer).body()) {
      if (result.has("error")) {
        throw new StoreException(client.at(new Answer(403, result).inWords()));
      }
    }
    return new WriteOutcome.Written(written);
  }

  /** The highest last: on it the new revision is grafted, and so wins in Fauxton and in views. */
  private static List<Revision> leaves(Token seen) {
    List<Revision> leaves = new ArrayList<>();
    for (String revision : seen.value().split(",", -1)) {
      if (!revision.isEmpty()) {
        leaves.add(Revision.parse(revision));
      }
    }
    leaves.sort(Comparator.naturalOrder());
    return leaves;
  }

  private static ObjectNode graft(
      ObjectNode document, Key key, @Nullable Revision parent, Revision own) {
    document.put("_id", DocumentIds.id(key)).put("_rev", own.toString());
    ObjectNode revisions = document.putObject("_revisions").put("start", own.generation());
    ArrayNode ids = revisions.putArray("ids").add(own.hash());
    if (parent != null) {
      ids.add(parent.hash());
    }
    return document;
  }

  /** Whoever deletes a leaf makes the same revision: the tree grows by one, not by one each. */
  private static String deletionOf(Revision leaf) {
    byte[] name = ("deletion of " + leaf).getBytes(StandardCharsets.UTF_8);
    return UUID.nameUUIDFromBytes(name).toString().replace("-", "");
  }

  /** {@code 3-0123...}: the third generation of a document. */
  private record Revision(int generation, String hash) implements Comparable<Revision> {
    static Revision parse(String text) {
      int dash = text.indexOf('-');
      return new Revision(Integer.parseInt(text.substring(0, dash)), text.substring(dash + 1));
    }

    static Revision after(@Nullable Revision parent, String hash) {
      return new Revision(parent == null ? 1 : parent.generation + 1, hash);
    }

    @Override
    public int compareTo(Revision other) {
      return Comparator.comparingInt(Revision::generation)
          .thenComparing(Revision::hash)
          .compare(this, other);
    }

    @Override
    public String toString() {
      return generation + "-" + hash;
    }
  }
}
