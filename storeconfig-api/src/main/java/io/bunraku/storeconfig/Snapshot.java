// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import io.bunraku.storeconfig.internal.Envelope;
import io.bunraku.storeconfig.internal.Sealer;
import io.bunraku.storeconfig.model.json.MalformedDocumentException;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.StoreException;
import io.bunraku.storeconfig.spi.Token;
import io.bunraku.storeconfig.spi.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document as it was read. Its content is opened only when it is asked for, because the
 * attributes alone often show that nothing has changed.
 */
final class Snapshot<T> {
  private final Family<T> family;
  private final Sealer sealer;
  private final Key key;
  private final Token token;
  private final List<Value> siblings;
  private @Nullable T value;

  Snapshot(Family<T> family, Sealer sealer, Key key, Token token, List<Value> siblings) {
    this.family = family;
    this.sealer = sealer;
    this.key = key;
    this.token = token;
    this.siblings = siblings;
  }

  Key key() {
    return key;
  }

  Token token() {
    return token;
  }

  Family<T> family() {
    return family;
  }

  boolean isAbsent() {
    return siblings.isEmpty();
  }

  /** Whether concurrent values wait for a write that merges them. */
  boolean isSplit() {
    return siblings.size() > 1;
  }

  /** An attribute; null if there is none, or if concurrent values may differ in it. */
  @Nullable String attribute(String name) {
    return siblings.size() == 1 ? siblings.get(0).attributes().get(name) : null;
  }

  /** The merged value. */
  Optional<T> value() {
    if (value == null && !siblings.isEmpty()) {
      value = family.merge().all(siblings.stream().map(this::open).toList());
    }
    return Optional.ofNullable(value);
  }

  private T open(Value sibling) {
    try {
      return family.codec().decode(sealer.open(key, envelope(sibling)));
    } catch (MalformedDocumentException | IllegalArgumentException e) {
      throw new StoreException("The document " + key + " is damaged: " + e.getMessage(), e);
    }
  }

  private Envelope envelope(Value sibling) {
    try {
      return Envelope.decode(sibling.bytes());
    } catch (IllegalArgumentException e) {
      throw new StoreException("The document " + key + " is damaged: " + e.getMessage(), e);
    }
  }

  /** Whether a write is in the history of what was read. */
  boolean knows(UUID write) {
    return siblings.stream().anyMatch(s -> envelope(s).knows(write));
  }

  /** The epochs of the keys that its values are encrypted with, 0 for one that is not. */
  Set<Integer> epochs() {
    Set<Integer> epochs = new TreeSet<>();
    siblings.forEach(s -> epochs.add(envelope(s).epoch()));
    return epochs;
  }

  /** The ids that a write over this state has as predecessors: the siblings' own first. */
  List<UUID> history() {
    List<Envelope> envelopes = siblings.stream().map(this::envelope).toList();
    Set<UUID> ids = new LinkedHashSet<>();
    envelopes.forEach(e -> ids.add(e.id()));
    envelopes.forEach(e -> ids.addAll(e.predecessors()));
    return new ArrayList<>(ids);
  }
}
