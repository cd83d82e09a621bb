// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.local;

import io.bunraku.storeconfig.model.Bytes;
import io.bunraku.storeconfig.spi.Entry;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.Projection;
import io.bunraku.storeconfig.spi.Stored;
import io.bunraku.storeconfig.spi.Value;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The SQL of single documents. */
final class Rows {
  /** The bytes stand last, so that a scan of heads does not touch their overflow pages. */
  static final String SCHEMA =
      "CREATE TABLE IF NOT EXISTS document (key BLOB NOT NULL PRIMARY KEY,"
          + " version INTEGER NOT NULL, attributes TEXT NOT NULL, bytes BLOB NOT NULL)";

  private static final String READ =
      "SELECT version, attributes, bytes FROM document WHERE key = ?";
  private static final String VERSION = "SELECT version FROM document WHERE key = ?";
  private static final String INSERT =
      "INSERT INTO document (key, version, attributes, bytes) VALUES (?, ?, ?, ?)"
          + " ON CONFLICT DO NOTHING";
  private static final String UPDATE =
      "UPDATE document SET version = ?, attributes = ?, bytes = ? WHERE key = ? AND version = ?";
  private static final String DELETE = "DELETE FROM document WHERE key = ? AND version = ?";
  private static final String HEADS =
      "SELECT key, version, attributes FROM document WHERE key > ? AND key < ?"
          + " ORDER BY key LIMIT ?";
  private static final String VALUES =
      "SELECT key, version, attributes, bytes FROM document WHERE key > ? AND key < ?"
          + " ORDER BY key LIMIT ?";

  private static final String DROP =
      "DELETE FROM document WHERE rowid IN"
          + " (SELECT rowid FROM document WHERE key > ? AND key < ? LIMIT ?)";

  private Rows() {}

  static byte[] bytes(String path) {
    return path.getBytes(StandardCharsets.UTF_8);
  }

  static Stored read(Session session, Key key) throws SQLException {
    PreparedStatement select = session.prepare(READ);
    select.setBytes(1, bytes(key.path()));
    try (ResultSet row = select.executeQuery()) {
      if (!row.next()) {
        return Stored.ABSENT;
      }
      Value value = new Value(Bytes.of(row.getBytes(3)), attributes(row.getString(2)));
      return new Stored(List.of(value), Change.token(row.getLong(1)));
    }
  }

  static boolean isCurrent(Session session, Change change) throws SQLException {
    PreparedStatement select = session.prepare(VERSION);
    select.setBytes(1, bytes(change.key().path()));
    try (ResultSet row = select.executeQuery()) {
      return (row.next() ? row.getLong(1) : Change.ABSENT) == change.seen();
    }
  }

  /** Changes a row; false if it is not as it was seen. */
  static boolean apply(Session session, Change change) throws SQLException {
    Value value = change.value();
    if (value == null) {
      return delete(session, change);
    }
    return change.seen() == Change.ABSENT
        ? insert(session, change, value)
        : update(session, change, value);
  }

  private static boolean insert(Session session, Change change, Value value) throws SQLException {
    PreparedStatement insert = session.prepare(INSERT);
    insert.setBytes(1, bytes(change.key().path()));
    insert.setLong(2, change.next());
    insert.setString(3, text(value.attributes()));
    insert.setBytes(4, value.bytes().array());
    return insert.executeUpdate() == 1;
  }

  private static boolean update(Session session, Change change, Value value) throws SQLException {
    PreparedStatement update = session.prepare(UPDATE);
    update.setLong(1, change.next());
    update.setString(2, text(value.attributes()));
    update.setBytes(3, value.bytes().array());
    update.setBytes(4, bytes(change.key().path()));
    update.setLong(5, change.seen());
    return update.executeUpdate() == 1;
  }

  /** What is not there is deleted already. */
  private static boolean delete(Session session, Change change) throws SQLException {
    if (change.seen() == Change.ABSENT) {
      return isCurrent(session, change);
    }
    PreparedStatement delete = session.prepare(DELETE);
    delete.setBytes(1, bytes(change.key().path()));
    delete.setLong(2, change.seen());
    return delete.executeUpdate() == 1;
  }

  /** A page of the keys between two bounds, both exclusive. */
  static List<Entry> page(
      Session session, byte[] after, byte[] before, Projection projection, int size)
      throws SQLException {
    boolean whole = projection == Projection.VALUES;
    PreparedStatement select = session.prepare(whole ? VALUES : HEADS);
    select.setBytes(1, after);
    select.setBytes(2, before);
    select.setInt(3, size);
    List<Entry> page = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        page.add(entry(row, whole));
      }
    }
    return page;
  }

  /** Deletes some of the keys between two bounds, both exclusive; returns how many. */
  static int drop(Session session, byte[] after, byte[] before, int most) throws SQLException {
    PreparedStatement delete = session.prepare(DROP);
    delete.setBytes(1, after);
    delete.setBytes(2, before);
    delete.setInt(3, most);
    return delete.executeUpdate();
  }

  private static Entry entry(ResultSet row, boolean whole) throws SQLException {
    Key key = new Key(new String(row.getBytes(1), StandardCharsets.UTF_8));
    Map<String, String> attributes = attributes(row.getString(3));
    List<Value> values =
        whole ? List.of(new Value(Bytes.of(row.getBytes(4)), attributes)) : List.of();
    return new Entry(key, Change.token(row.getLong(2)), attributes, values);
  }

  /** Names and values by turns, each ended by a line feed, which attributes never contain. */
  private static String text(Map<String, String> attributes) {
    StringBuilder text = new StringBuilder();
    attributes.forEach((n, v) -> text.append(n).append('\n').append(v).append('\n'));
    return text.toString();
  }

  private static Map<String, String> attributes(String text) {
    if (text.isEmpty()) {
      return Map.of();
    }
    Map<String, String> attributes = new TreeMap<>();
    String[] parts = text.split("\n", -1);
    for (int i = 0; i + 1 < parts.length; i += 2) {
      attributes.put(parts[i], parts[i + 1]);
    }
    return attributes;
  }
}
