// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.tck;

import io.bunraku.storeconfig.spi.StoreBackendProvider;
import io.bunraku.storeconfig.spi.StoreSettings;
import java.util.Optional;
import org.junit.jupiter.api.Nested;

/**
 * All contracts at once. The test class of a backend extends this and fills the hooks; a backend
 * that needs more for one contract writes its own {@code @Nested} class for it instead.
 */
public abstract class BackendKit {

  /** The provider under test. */
  protected abstract StoreBackendProvider provider();

  /** Settings of a store that can be written. */
  protected abstract StoreSettings settings();

  /** Empties that store. */
  protected abstract void wipe();

  /** Settings of a store that does not answer, if there can be such a thing. */
  protected abstract Optional<StoreSettings> unreachable();

  /** Lets delayed writes arrive; only for stores that delay on purpose. */
  protected void quiesce() {}

  /** False for a store whose connection drops on purpose. */
  protected boolean isReliable() {
    return true;
  }

  /** How many documents a long scan has. */
  protected int many() {
    return 2500;
  }

  /** See {@link ReadWriteContract}. */
  @Nested
  class ReadWrite extends ReadWriteContract {
    @Override
    protected StoreBackendProvider provider() {
      return BackendKit.this.provider();
    }

    @Override
    protected StoreSettings settings() {
      return BackendKit.this.settings();
    }

    @Override
    protected void wipe() {
      BackendKit.this.wipe();
    }

    @Override
    protected void quiesce() {
      BackendKit.this.quiesce();
    }

    @Override
    protected boolean isReliable() {
      return BackendKit.this.isReliable();
    }
  }

  /** See {@link ConflictContract}. */
  @Nested
  class Conflict extends ConflictContract {
    @Override
    protected StoreBackendProvider provider() {
      return BackendKit.this.provider();
    }

    @Override
    protected StoreSettings settings() {
      return BackendKit.this.settings();
    }

    @Override
    protected void wipe() {
      BackendKit.this.wipe();
    }

    @Override
    protected void quiesce() {
      BackendKit.this.quiesce();
    }

    @Override
    protected boolean isReliable() {
      return BackendKit.this.isReliable();
    }
  }

  /** See {@link ScanContract}. */
  @Nested
  class Scan extends ScanContract {
    @Override
    protected StoreBackendProvider provider() {
      return BackendKit.this.provider();
    }

    @Override
    protected StoreSettings settings() {
      return BackendKit.this.settings();
    }

    @Override
    protected void wipe() {
      BackendKit.this.wipe();
    }

    @Override
    protected void quiesce() {
      BackendKit.this.quiesce();
    }

    @Override
    protected boolean isReliable() {
      return BackendKit.this.isReliable();
    }

    @Override
    protected int many() {
      return BackendKit.this.many();
    }
  }

  /** See {@link PushdownContract}. */
  @Nested
  class Pushdown extends PushdownContract {
    @Override
    protected StoreBackendProvider provider() {
      return BackendKit.this.provider();
    }

    @Override
    protected StoreSettings settings() {
      return BackendKit.this.settings();
    }

    @Override
    protected void wipe() {
      BackendKit.this.wipe();
    }

    @Override
    protected void quiesce() {
      BackendKit.this.quiesce();
    }

    @Override
    protected boolean isReliable() {
      return BackendKit.this.isReliable();
    }
  }

  /** See {@link ChangeFeedContract}. */
  @Nested
  class Feed extends ChangeFeedContract {
    @Override
    protected StoreBackendProvider provider() {
      return BackendKit.this.provider();
    }

    @Override
    protected StoreSettings settings() {
      return BackendKit.this.settings();
    }

    @Override
    protected void wipe() {
      BackendKit.this.wipe();
    }

    @Override
    protected void quiesce() {
      BackendKit.this.quiesce();
    }

    @Override
    protected boolean isReliable() {
      return BackendKit.this.isReliable();
    }
  }

  /** See {@link LifecycleContract}. */
  @Nested
  class Lifecycle extends LifecycleContract {
    @Override
    protected StoreBackendProvider provider() {
      return BackendKit.this.provider();
    }

    @Override
    protected StoreSettings settings() {
      return BackendKit.this.settings();
    }

    @Override
    protected void wipe() {
      BackendKit.this.wipe();
    }

    @Override
    protected void quiesce() {
      BackendKit.this.quiesce();
    }

    @Override
    protected boolean isReliable() {
      return BackendKit.this.isReliable();
    }

    @Override
    protected Optional<StoreSettings> unreachable() {
      return BackendKit.this.unreachable();
    }
  }

  /** See {@link LargeValueContract}. */
  @Nested
  class LargeValue extends LargeValueContract {
    @Override
    protected StoreBackendProvider provider() {
      return BackendKit.this.provider();
    }

    @Override
    protected StoreSettings settings() {
      return BackendKit.this.settings();
    }

    @Override
    protected void wipe() {
      BackendKit.this.wipe();
    }

    @Override
    protected void quiesce() {
      BackendKit.this.quiesce();
    }

    @Override
    protected boolean isReliable() {
      return BackendKit.this.isReliable();
    }
  }

  /** See {@link ConcurrencyContract}. */
  @Nested
  class Concurrency extends ConcurrencyContract {
    @Override
    protected StoreBackendProvider provider() {
      return BackendKit.this.provider();
    }

    @Override
    protected StoreSettings settings() {
      return BackendKit.this.settings();
    }

    @Override
    protected void wipe() {
      BackendKit.this.wipe();
    }

    @Override
    protected void quiesce() {
      BackendKit.this.quiesce();
    }

    @Override
    protected boolean isReliable() {
      return BackendKit.this.isReliable();
    }
  }

  /** See {@link StoreConfigsContract}. */
  @Nested
  class StoreConfigs extends StoreConfigsContract {
    @Override
    protected StoreBackendProvider provider() {
      return BackendKit.this.provider();
    }

    @Override
    protected StoreSettings settings() {
      return BackendKit.this.settings();
    }

    @Override
    protected void wipe() {
      BackendKit.this.wipe();
    }

    @Override
    protected void quiesce() {
      BackendKit.this.quiesce();
    }

    @Override
    protected boolean isReliable() {
      return BackendKit.this.isReliable();
    }
  }

  /** See {@link CodeContract}. */
  @Nested
  class Code extends CodeContract {
    @Override
    protected StoreBackendProvider provider() {
      return BackendKit.this.provider();
    }

    @Override
    protected StoreSettings settings() {
      return BackendKit.this.settings();
    }

    @Override
    protected void wipe() {
      BackendKit.this.wipe();
    }

    @Override
    protected void quiesce() {
      BackendKit.this.quiesce();
    }

    @Override
    protected boolean isReliable() {
      return BackendKit.this.isReliable();
    }
  }

  /** See {@link CertificateContract}. */
  @Nested
  class Certificate extends CertificateContract {
    @Override
    protected StoreBackendProvider provider() {
      return BackendKit.this.provider();
    }

    @Override
    protected StoreSettings settings() {
      return BackendKit.this.settings();
    }

    @Override
    protected void wipe() {
      BackendKit.this.wipe();
    }

    @Override
    protected void quiesce() {
      BackendKit.this.quiesce();
    }

    @Override
    protected boolean isReliable() {
      return BackendKit.this.isReliable();
    }
  }
}
