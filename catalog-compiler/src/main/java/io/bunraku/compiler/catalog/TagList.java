// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.catalog;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An immutable list of different tags in the order in which they were added. Lists are interned by
 * their {@link TagTable}, and remember what became of them: some thousand resources share a few
 * hundred lists.
 */
final class TagList {

  private final TagTable table;
  private final int[] ids;
  private final Map<Integer, TagList> extended = new HashMap<>();
  private final Map<TagList, TagList> merged = new HashMap<>();
  private SerializedString @Nullable [] serialized;

  TagList(TagTable table, int[] ids) {
    this.table = table;
    this.ids = ids;
  }

  /** Whether the list has a tag, which must be lower case. */
  boolean contains(String tag) {
    return contains(table.find(tag));
  }

  /** The list with a tag at its end, unless it is there already. */
  TagList with(String tag) {
    int id = table.id(tag);
    TagList known = extended.get(id);
    if (known == null) {
      known = contains(id) ? this : table.intern(append(new int[] {id}));
      extended.put(id, known);
    }
    return known;
  }

  /** The list with those of another list's tags that it has not. */
  TagList merge(TagList other) {
    if (other == this || other.ids.length == 0) {
      return this;
    }
    TagList known = merged.get(other);
    if (known == null) {
      known = table.intern(append(missing(other)));
      merged.put(other, known);
    }
    return known;
  }

  /** The tags as strings, in order. */
  List<String> toList() {
    List<String> names = new ArrayList<>(ids.length);
    for (int id : ids) {
      names.add(table.name(id));
    }
    return names;
  }

  /** Writes the tags as an array. */
  void writeTo(JsonGenerator generator) throws IOException {
    SerializedString[] known = serialized;
    if (known == null) {
      known = table.serialize(ids);
      serialized = known;
    }
    generator.writeStartArray();
    for (SerializedString tag : known) {
      generator.writeString(tag);
    }
    generator.writeEndArray();
  }

  private boolean contains(int id) {
    for (int own : ids) {
      if (own == id) {
        return true;
      }
    }
    return false;
  }

  private int[] missing(TagList other) {
    int[] found = new int[other.ids.length];
    int count = 0;
    for (int id : other.ids) {
      if (!contains(id)) {
        found[count++] = id;
      }
    }
    return java.util.Arrays.copyOf(found, count);
  }

  private int[] append(int[] more) {
    int[] all = java.util.Arrays.copyOf(ids, ids.length + more.length);
    System.arraycopy(more, 0, all, ids.length, more.length);
    return all;
  }
}
