// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.store;

import io.bunraku.storeconfig.OperationSets.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the clients have written down.
 *
 * @param lines in the order of time
 */
record OperationLog(List<Line> lines) {

  /**
   * How one addition ended.
   *
   * @param at milliseconds since 1970
   */
  record Line(Outcome outcome, int id, long at) {
    boolean isWritten() {
      return outcome == Outcome.ACKNOWLEDGED || outcome == Outcome.SETTLED;
    }

    private static Line parse(String text) {
      String[] parts = text.split(" ", -1);
      return new Line(
          Outcome.valueOf(parts[0]), Integer.parseInt(parts[1]), Long.parseLong(parts[2]));
    }
  }

  /** Reads the whole lines of some logs. */
  static OperationLog read(List<Path> files) {
    return new OperationLog(
        files.stream()
            .flatMap(OperationLog::lines)
            .map(Line::parse)
            .sorted(Comparator.comparingLong(Line::at))
            .toList());
  }

  private static Stream<String> lines(Path file) {
    try {
      String text = Files.exists(file) ? Files.readString(file) : "";
      return Arrays.stream(text.substring(0, text.lastIndexOf('\n') + 1).split("\n", -1))
          .filter(line -> !line.isEmpty());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The ids whose addition ended so. */
  Set<Integer> ids(Outcome outcome) {
    return lines.stream()
        .filter(l -> l.outcome() == outcome)
        .map(Line::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  Map<Outcome, Integer> counts() {
    Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    for (Outcome outcome : Outcome.values()) {
      counts.put(outcome, ids(outcome).size());
    }
    return counts;
  }

  /** The longest time in which no client was told that its id is written. */
  Duration longestGap() {
    long[] acks = lines.stream().filter(Line::isWritten).mapToLong(Line::at).toArray();
    long longest = 0;
    for (int i = 1; i < acks.length; i++) {
      longest = Math.max(longest, acks[i] - acks[i - 1]);
    }
    return Duration.ofMillis(longest);
  }

  /** How many ids were acknowledged after a moment. */
  long writtenAfter(long millis) {
    return writtenBetween(millis, Long.MAX_VALUE);
  }

  /** How many ids were acknowledged between two moments. */
  long writtenBetween(long from, long to) {
    return lines.stream().filter(l -> l.isWritten() && l.at() > from && l.at() < to).count();
  }

  Duration duration() {
    return lines.isEmpty()
        ? Duration.ZERO
        : Duration.ofMillis(lines.get(lines.size() - 1).at() - lines.get(0).at());
  }
}
