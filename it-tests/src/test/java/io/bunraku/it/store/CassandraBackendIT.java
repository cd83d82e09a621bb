// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.store;

import io.bunraku.storeconfig.cassandra.CassandraBackendProvider;
import io.bunraku.storeconfig.spi.StoreBackendProvider;
import io.bunraku.storeconfig.spi.StoreSettings;
import io.bunraku.storeconfig.tck.BackendKit;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;

/** The kit on a real Cassandra, as the role that grants.cql makes. */
class CassandraBackendIT extends BackendKit {

  @BeforeAll
  static void startServer() {
    CassandraServer.shared();
  }

  @Override
  protected StoreBackendProvider provider() {
    return new CassandraBackendProvider();
  }

  @Override
  protected StoreSettings settings() {
    return CassandraServer.shared().settings();
  }

  @Override
  protected void wipe() {
    CassandraServer.shared().wipe();
  }

  @Override
  protected Optional<StoreSettings> unreachable() {
    return Optional.of(
        CassandraServer.shared()
            .settings("contact-points", "127.0.0.1:" + EngineProcess.freePort()));
  }

  /** Each write is three writes and a read of Cassandra's, on two replicas or more. */
  @Override
  protected int many() {
    return 1050;
  }
}
