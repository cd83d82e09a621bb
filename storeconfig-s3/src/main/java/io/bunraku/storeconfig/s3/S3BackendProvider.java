// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.s3;

import io.bunraku.storeconfig.spi.StoreBackend;
import io.bunraku.storeconfig.spi.StoreBackendProvider;
import io.bunraku.storeconfig.spi.StoreSettings;
import java.util.Set;

/** {@code backend: s3}: objects in a bucket of Amazon S3 or of what keeps its conditions. */
public final class S3BackendProvider implements StoreBackendProvider {

  /** For the service loader. */
  public S3BackendProvider() {}

  @Override
  public String name() {
    return "s3";
  }

  @Override
  public Set<String> secretSettings() {
    return Set.of("secret-key", "session-token");
  }

  @Override
  public StoreBackend open(StoreSettings settings) {
    return new S3Backend(S3Settings.of(settings));
  }
}
