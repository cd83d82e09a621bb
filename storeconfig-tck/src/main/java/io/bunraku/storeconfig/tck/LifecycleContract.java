// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bunraku.storeconfig.spi.Health;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.StoreBackend;
import io.bunraku.storeconfig.spi.StoreException;
import io.bunraku.storeconfig.spi.StoreSettings;
import io.bunraku.storeconfig.spi.Token;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Law 6: opening, checking and closing. */
public abstract class LifecycleContract extends BackendContract {

  /** Settings of a store that does not answer, if there can be such a thing. */
  protected abstract Optional<StoreSettings> unreachable();

  @Test
  void law6_theNameIsOneLowerCaseWord() {
    assertThat(provider().name()).matches("[a-z][a-z0-9]*");
    assertThat(provider().name()).isEqualTo(provider().name());
  }

  @Test
  void law6_anUnknownSettingIsRefusedByName() {
    StoreSettings odd = new StoreSettings(provider().name(), Map.of("no-such-thing", "1"));
    assertThatThrownBy(() -> provider().open(odd))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("no-such-thing");
  }

  @Test
  void law6_openDoesNoInputOrOutput() {
    StoreSettings nowhere = orSkip(unreachable(), "this store is always there");
    try (StoreBackend away = provider().open(nowhere)) {
      assertThat(away.traits()).isNotNull();
    }
  }

  @Test
  void law6_checkSurvivesADeadStore() {
    StoreSettings nowhere = orSkip(unreachable(), "this store is always there");
    try (StoreBackend away = provider().open(nowhere)) {
      Health health = away.check();
      assertThat(health.up()).isFalse();
      assertThat(health.detail()).isNotBlank().doesNotContain("\n");
    }
  }

  @Test
  void law6_operationsOnADeadStoreFailWithOneLine() {
    StoreSettings nowhere = orSkip(unreachable(), "this store is always there");
    try (StoreBackend away = provider().open(nowhere)) {
      assertThatThrownBy(() -> away.read(new Key("a")))
          .isInstanceOf(StoreException.class)
          .message()
          .doesNotContain("\n");
    }
  }

  @Test
  void law6_checkSaysThatALivingStoreIsUp() {
    Health health = backend().check();
    assertThat(health.up()).as(health.detail()).isTrue();
    assertThat(health.latency().isNegative()).isFalse();
    assertThat(backend().check().up()).isTrue();
  }

  @Test
  void law6_closeIsIdempotentAndCheckSurvivesIt() {
    StoreBackend other = provider().open(settings());
    patiently(() -> other.read(new Key("a")));
    other.close();
    other.close();
    assertThat(other.check().up()).isFalse();
  }

  @Test
  void law6_aClosedBackendRefuses() {
    StoreBackend other = provider().open(settings());
    other.close();
    assertThatThrownBy(() -> other.read(new Key("a"))).isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> other.write(new Key("a"), value("a"), Token.ABSENT))
        .isInstanceOf(StoreException.class);
  }

  @Test
  void law6_traitsAreConstantAndSensible() {
    assertThat(backend().traits()).isEqualTo(backend().traits());
    assertThat(backend().traits().maxValueBytes()).isGreaterThanOrEqualTo(16 * 1024);
    assertThat(backend().traits().readStaleness().isNegative()).isFalse();
  }

  @Test
  void law6_secretSettingsAreMasked() {
    for (String secret : provider().secretSettings()) {
      StoreSettings settings = new StoreSettings(provider().name(), Map.of(secret, "hunter2"));
      assertThat(settings.masked(provider().secretSettings()).toString()).doesNotContain("hunter2");
    }
    assertThat(provider().secretSettings()).doesNotContain("path");
  }
}
