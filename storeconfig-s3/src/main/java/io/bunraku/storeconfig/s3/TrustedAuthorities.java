// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.s3;

import io.bunraku.storeconfig.spi.PemAuthorities;
import java.nio.file.Path;
import javax.net.ssl.TrustManager;
import software.amazon.awssdk.http.TlsTrustManagersProvider;

/**
 * Trusts the authorities in a file.
 *
 * @param file certificates in PEM
 */
record TrustedAuthorities(Path file) implements TlsTrustManagersProvider {

  @Override
  public TrustManager[] trustManagers() {
    return PemAuthorities.trustManagers("store s3: 'ca-file'", file);
  }
}
