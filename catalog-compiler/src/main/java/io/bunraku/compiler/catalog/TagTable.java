// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.catalog;

import com.fasterxml.jackson.core.io.SerializedString;
import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.eval.Site;
import io.bunraku.compiler.value.Undef;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tags of one compile by number, and the lists that were made of them. */
final class TagTable {

  private final Map<String, Integer> ids = new HashMap<>();
  private final List<SerializedString> names = new ArrayList<>();
  private final Map<IntBuffer, TagList> lists = new HashMap<>();
  private final TagList empty = intern(new int[0]);

  /** The list without tags. */
  TagList empty() {
    return empty;
  }

  TagList intern(int[] tagIds) {
    return lists.computeIfAbsent(IntBuffer.wrap(tagIds), key -> new TagList(this, tagIds));
  }

  int id(String tag) {
    Integer known = ids.get(tag);
    if (known != null) {
      return known;
    }
    int id = names.size();
    ids.put(tag, id);
    names.add(new SerializedString(tag));
    return id;
  }

  int find(String tag) {
    Integer known = ids.get(tag);
    return known == null ? -1 : known;
  }

  String name(int id) {
    return names.get(id).getValue();
  }

  SerializedString[] serialize(int[] tagIds) {
    SerializedString[] result = new SerializedString[tagIds.length];
    for (int i = 0; i < tagIds.length; i++) {
      result[i] = names.get(tagIds[i]);
    }
    return result;
  }

  /**
   * Adds a value that was given as a tag: a string, or lists of them. A qualified name also adds
   * its segments.
   *
   * @param site what an error shows, or null
   * @throws EvaluationException for what cannot be a tag
   */
  TagList add(TagList list, Object value, @Nullable Site site) {
    if (value == Undef.UNDEF) {
      return list;
    }
    if (value instanceof List<?> many) {
      TagList all = list;
      for (Object one : many) {
        all = add(all, one, site);
      }
      return all;
    }
    String tag = value.toString().toLowerCase(Locale.ROOT);
    if (!list.contains(tag) && !isValid(tag)) {
      throw Errors.at(site, "Invalid tag '" + tag + "'");
    }
    return addValid(list, tag);
  }

  /** Adds a title if it is a valid tag. */
  TagList addIfValid(TagList list, String title) {
    return isValid(title) ? addValid(list, title.toLowerCase(Locale.ROOT)) : list;
  }

  private static TagList addValid(TagList list, String tag) {
    TagList with = list.with(tag);
    if (with != list && tag.contains("::")) {
      for (String segment : segments(tag)) {
        with = with.with(segment);
      }
    }
    return with;
  }

  private static List<String> segments(String tag) {
    List<String> segments = new ArrayList<>();
    int start = 0;
    for (int end = tag.indexOf("::"); end >= 0; end = tag.indexOf("::", start)) {
      segments.add(tag.substring(start, end));
      start = end + 2;
    }
    if (start < tag.length()) {
      segments.add(tag.substring(start));
    }
    return segments;
  }

  /**
   * Whether a name can be a tag: letters, digits and {@code _:.-}, not starting with {@code :.-}.
   */
  private static boolean isValid(String name) {
    int end = name.endsWith("\n") ? name.length() - 1 : name.length();
    if (end == 0 || !isWord(name.codePointAt(0))) {
      return false;
    }
    for (int i = 0; i < end; i += Character.charCount(name.codePointAt(i))) {
      int c = name.codePointAt(i);
      if (c != ':' && c != '.' && c != '-' && !isWord(c)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWord(int c) {
    if (c < 128) {
      return c == '_' || Character.isLetterOrDigit(c);
    }
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.LETTER_NUMBER ->
          true;
      default -> Character.isLetterOrDigit(c);
    };
  }
}
