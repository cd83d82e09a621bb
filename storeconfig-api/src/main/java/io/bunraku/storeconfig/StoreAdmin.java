// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import io.bunraku.storeconfig.internal.Backoff;
import io.bunraku.storeconfig.internal.ChunkingBackend;
import io.bunraku.storeconfig.internal.RetryingBackend;
import io.bunraku.storeconfig.internal.RoutingBackend.Route;
import io.bunraku.storeconfig.internal.Sealer;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.KeyPrefix;
import io.bunraku.storeconfig.spi.StoreBackend;
import io.bunraku.storeconfig.spi.StoreException;
import io.bunraku.storeconfig.spi.Token;
import io.bunraku.storeconfig.spi.Value;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A store as tools see it: whole documents, sealed as they are, below the fence that stops masters.
 */
public final class StoreAdmin implements AutoCloseable {
  private final String name;
  private final StoreBackend raw;
  private final StoreBackend whole;
  private final Documents documents;
  private final @Nullable Keyring keyring;

  /**
   * Over a backend, which is closed with it.
   *
   * @param name of the store, for people
   */
  public StoreAdmin(String name, StoreBackend backend, StoreOptions options) {
    this(name, List.of(new Route(name, List.of(KeyPrefix.ALL), backend)), options);
  }

  private StoreAdmin(String name, List<Route> routes, StoreOptions options) {
    this.name = name;
    this.keyring = options.keyring();
    Backoff backoff = new Backoff(options.deadline());
    List<Route> patient =
        routes.stream().map(r -> over(r, new RetryingBackend(r.backend(), backoff))).toList();
    this.raw = Backends.joined(patient);
    this.whole =
        Backends.joined(
            patient.stream()
                .map(r -> over(r, new ChunkingBackend(r.backend(), options.clock())))
                .toList());
    this.documents = new Documents(whole, new Sealer(keyring), backoff);
  }

  private static Route over(Route route, StoreBackend layer) {
    return new Route(route.name(), route.prefixes(), layer);
  }

  /**
   * Opens the store of a configuration with all its routes, without any I/O.
   *
   * @throws StoreException if a name or a setting is unknown
   */
  public static StoreAdmin open(String name, Backends backends, StoreOptions options) {
    return new StoreAdmin(name, backends.routes(options), options);
  }

  /** What people call this store. */
  public String name() {
    return name;
  }

  /** Its documents with their chunks joined; operations are tried again until the deadline. */
  public StoreBackend documents() {
    return whole;
  }

  /** What the backend really holds, chunks among it. */
  public StoreBackend raw() {
    return raw;
  }

  /** Which copy it is. */
  public StoreEpoch epoch() {
    return documents.read(Families.EPOCH, Families.STORE_EPOCH).value().orElse(StoreEpoch.FIRST);
  }

  /** Changes which copy it is. */
  public void change(UnaryOperator<StoreEpoch> change) {
    documents.update(
        Families.EPOCH,
        Families.STORE_EPOCH,
        seen -> change.apply(seen.value().orElse(StoreEpoch.FIRST)));
  }

  /** How long after a fence masters may still trust that there is none. */
  public static java.time.Duration lease() {
    return Fence.LEASE;
  }

  /**
   * Makes one value of concurrent ones, as a master would by its next write.
   *
   * @throws StoreException if the document is of no known kind, or its key is missing
   */
  public void heal(Key key) {
    Family<?> family = Families.of(key);
    if (family == null) {
      throw new StoreException(key + " has concurrent values, and its kind is unknown");
    }
    heal(family, key);
  }

  private <T> void heal(Family<T> family, Key key) {
    documents.update(family, key, seen -> seen.isSplit() ? seen.value().orElseThrow() : null);
  }

  /**
   * Makes sure that the keys are those of the store, and notes the fingerprints of new ones.
   *
   * @throws StoreException if its secrets are encrypted with others, or there are none
   */
  public void verifyKeys() {
    requireKeyring();
    new StoredKeys(documents, keyring).verify();
  }

  private Keyring requireKeyring() {
    if (keyring == null) {
      throw new StoreException("There are no keys: give this machine the store.keys of a master");
    }
    return keyring;
  }

  /** The epoch of the key that new values are encrypted with. */
  public int newestKey() {
    return requireKeyring().current();
  }

  /**
   * The epochs of the keys that values of a document are encrypted with, 0 for one that is not.
   *
   * @return empty for a document without secrets, or one that is none of ours
   */
  public Set<Integer> keysOf(Key key, List<Value> values) {
    Family<?> family = Families.of(key);
    return family == null || !family.secret()
        ? Set.of()
        : new Snapshot<>(family, new Sealer(null), key, Token.ABSENT, values).epochs();
  }

  /**
   * Encrypts a document anew, as a write with the same content, if a value of it is not encrypted
   * with the newest key.
   *
   * @return whether it was written
   */
  public boolean reseal(Key key) {
    Family<?> family = Families.of(key);
    return family != null && family.secret() && reseal(family, key);
  }

  private <T> boolean reseal(Family<T> family, Key key) {
    Set<Integer> newest = Set.of(newestKey());
    return documents
        .update(
            family,
            key,
            seen ->
                seen.isAbsent() || seen.epochs().equals(newest) ? null : seen.value().orElseThrow())
        .written();
  }

  @Override
  public void close() {
    whole.close();
  }
}
