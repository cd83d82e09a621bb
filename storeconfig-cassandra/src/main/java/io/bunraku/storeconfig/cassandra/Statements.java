// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;

/**
 * All that is said to Cassandra, prepared on a session.
 *
 * @param settle reads with the serial consistency: it ends every write that is still under way
 * @param openHead before a write
 * @param closeHead after it
 */
record Statements(
    CqlSession session,
    PreparedStatement read,
    PreparedStatement settle,
    PreparedStatement write,
    PreparedStatement delete,
    PreparedStatement headVersion,
    PreparedStatement openHead,
    PreparedStatement closeHead,
    PreparedStatement dropHead,
    PreparedStatement leaveVersion,
    PreparedStatement heads,
    PreparedStatement allHeads) {
  private static final String HEAD = " WHERE family = :family AND shard = :shard AND key = :key";
  private static final String SHOWN = "SELECT key, open, state, attributes FROM ";

  static Statements prepare(CqlSession session, CassandraSettings settings) {
    String documents = settings.keyspace() + ".documents";
    String heads = settings.keyspace() + ".heads";
    return new Statements(
        session,
        session.prepare("SELECT state, attributes, value FROM " + documents + " WHERE key = :key"),
        session.prepare(
            SimpleStatement.newInstance(
                    "SELECT state, previous FROM " + documents + " WHERE key = :key")
                .setConsistencyLevel(settings.serialConsistency())),
        session.prepare(
            "UPDATE "
                + documents
                + " SET state = :state, previous = :seen, attributes = :attributes, value = :value"
                + " WHERE key = :key IF state = :seen"),
        session.prepare("DELETE FROM " + documents + " WHERE key = :key IF state = :seen"),
        session.prepare("SELECT version FROM " + heads + HEAD),
        session.prepare(
            "UPDATE " + heads + " USING TIMESTAMP :stamp SET open = true, version = :v" + HEAD),
        session.prepare(
            "UPDATE "
                + heads
                + " USING TIMESTAMP :stamp SET open = false, version = :v, state = :state,"
                + " attributes = :attributes"
                + HEAD),
        session.prepare("DELETE FROM " + heads + " USING TIMESTAMP :stamp" + HEAD),
        session.prepare(
            "UPDATE "
                + heads
                + " USING TTL "
                + HeadTable.MEMORY.toSeconds()
                + " AND TIMESTAMP :stamp SET open = false, version = :v"
                + HEAD),
        session.prepare(
            SHOWN
                + heads
                + " WHERE family = :family AND shard = :shard AND key >= :low AND key < :high"),
        session.prepare(SHOWN + heads));
  }
}
