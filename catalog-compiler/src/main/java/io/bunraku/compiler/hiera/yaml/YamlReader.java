// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera.yaml;

import io.bunraku.compiler.value.Undef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.Parser;

/**
 * Builds values from the events of one document. What a document may grow to is bounded: depth, and
 * the number of values with every alias counted as what it stands for, since those who read the
 * result later walk through it in full.
 */
final class YamlReader {

  private static final int MAX_DEPTH = 1_000;
  private static final long MAX_VALUES = 20_000_000;

  /** What Psych stumbles over when an ordered map has something other than pairs. */
  private static final String NO_PAIR =
      "undefined method `first' for nil:NilClass\n\n"
          + "            map[accept(a.children.first)] = accept a.children.last\n"
          + "                                 ^^^^^^";

  /** A value and how many values it holds when aliases are written out. */
  private record Anchored(Object value, long size) {}

  private final Parser events;
  private final Map<String, Anchored> anchors = new HashMap<>();
  private final Leniency leniency;
  private final BlockScalars blockScalars;
  private int depth;
  private int flowDepth;
  private long values;

  YamlReader(Parser events, Leniency leniency) {
    this.events = events;
    this.leniency = leniency;
    this.blockScalars = new BlockScalars(leniency.characters());
  }

  /** Whether reading stands within brackets or braces. */
  boolean inFlow() {
    return flowDepth > 0;
  }

  Object read() {
    events.getEvent(); // the stream's start
    if (events.checkEvent(Event.ID.StreamEnd)) {
      return Undef.UNDEF;
    }
    events.getEvent(); // the document's start
    try {
      Object value = value();
      events.peekEvent(); // reads on to the document's end, where errors can show
      return value;
    } catch (DisallowedClassException e) {
      readToEnd();
      throw e;
    }
  }

  /** Psych parses the whole document before it makes values: a syntax error comes first. */
  private void readToEnd() {
    while (!events.checkEvent(Event.ID.DocumentEnd)) {
      events.getEvent();
    }
  }

  private Object value() {
    Event event = events.getEvent();
    if (event instanceof AliasEvent alias) {
      return alias(alias);
    }
    long before = values;
    count(1);
    Object value =
        switch (event) {
          case ScalarEvent scalar -> scalar(scalar);
          case SequenceStartEvent sequence -> sequence(tag(sequence.getTag()), sequence.isFlow());
          case MappingStartEvent mapping -> mapping(tag(mapping.getTag()), mapping.isFlow());
          default -> throw new IllegalStateException("unexpected event " + event);
        };
    String anchor = ((NodeEvent) event).getAnchor();
    if (anchor != null) {
      anchors.put(anchor, new Anchored(value, values - before));
    }
    return value;
  }

  private Object scalar(ScalarEvent scalar) {
    blockScalars.check(scalar);
    return ScalarTags.value(scalar, tag(scalar.getTag()), leniency.original(scalar.getValue()));
  }

  private Object alias(AliasEvent alias) {
    Anchored anchored = anchors.get(alias.getAnchor());
    if (anchored == null) {
      readToEnd();
      throw new YamlException("Unknown alias: " + alias.getAnchor());
    }
    count(anchored.size());
    return anchored.value();
  }

  private void count(long more) {
    values += more;
    if (values > MAX_VALUES) {
      throw new YamlException(
          "YAML document is too large: more than %d values".formatted(MAX_VALUES));
    }
  }

  private void enter(boolean flow) {
    flowDepth += flow ? 1 : 0;
    if (++depth > MAX_DEPTH) {
      throw new YamlException("YAML document is nested too deep: %d levels".formatted(MAX_DEPTH));
    }
  }

  private void leave(boolean flow) {
    depth--;
    flowDepth -= flow ? 1 : 0;
  }

  private Object sequence(@Nullable String tag, boolean flow) {
    ScalarTags.checkSequence(tag);
    boolean ordered = "!omap".equals(tag) || "tag:yaml.org,2002:omap".equals(tag);
    enter(flow);
    List<Object> list = new ArrayList<>();
    while (!events.checkEvent(Event.ID.SequenceEnd)) {
      list.add(value());
    }
    events.getEvent();
    leave(flow);
    return ordered ? orderedMap(list) : Collections.unmodifiableList(list);
  }

  private static Object orderedMap(List<Object> pairs) {
    Map<Object, Object> result = new LinkedHashMap<>();
    for (Object pair : pairs) {
      List<?> parts =
          switch (pair) {
            case List<?> list -> list;
            case Map<?, ?> map -> new ArrayList<>(map.entrySet());
            default -> List.of();
          };
      if (parts.isEmpty()) {
        throw new YamlException(NO_PAIR);
      }
      result.put(
          parts.getFirst() instanceof Map.Entry<?, ?> entry ? entry.getKey() : parts.getFirst(),
          parts.getLast() instanceof Map.Entry<?, ?> entry ? entry.getValue() : parts.getLast());
    }
    return Collections.unmodifiableMap(result);
  }

  private Object mapping(@Nullable String tag, boolean flow) {
    ScalarTags.checkMapping(tag);
    enter(flow);
    Map<Object, Object> map = new LinkedHashMap<>();
    while (!events.checkEvent(Event.ID.MappingEnd)) {
      boolean string = isTaggedString(events.peekEvent());
      Object key = value();
      Event next = events.peekEvent();
      Object value = value();
      if (key.equals("<<") && !string) {
        merge(map, value, next);
      } else {
        map.put(key, value);
      }
    }
    events.getEvent();
    leave(flow);
    return Collections.unmodifiableMap(map);
  }

  private static boolean isTaggedString(Event event) {
    return event instanceof ScalarEvent scalar && "tag:yaml.org,2002:str".equals(scalar.getTag());
  }

  /** A merge key overwrites what stands before it, as in Psych; its own list is first wins. */
  private static void merge(Map<Object, Object> map, Object value, Event written) {
    if (value instanceof Map<?, ?> merged
        && (written instanceof AliasEvent || written instanceof MappingStartEvent)) {
      map.putAll(merged);
    } else if (value instanceof List<?> list
        && written instanceof SequenceStartEvent
        && list.stream().allMatch(Map.class::isInstance)) {
      Map<Object, Object> merged = new LinkedHashMap<>();
      list.reversed().forEach(element -> merged.putAll((Map<?, ?>) element));
      map.putAll(merged);
    } else {
      map.put("<<", value);
    }
  }

  /** The non-specific tag {@code !} is no tag. */
  private static @Nullable String tag(@Nullable String tag) {
    return "!".equals(tag) ? null : tag;
  }
}
