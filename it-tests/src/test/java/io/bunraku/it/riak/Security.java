// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.riak;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import shaded.com.basho.riak.protobuf.RiakPB;

/**
 * One user with a password, over TLS.
 *
 * @param user the user
 * @param password the user's, and the key store's
 * @param context with the server's key
 */
record Security(String user, String password, SSLContext context) {

  static Security of(String user, String password, Path keyStore)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keyStore)) {
      store.load(in, password.toCharArray());
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, password.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return new Security(user, password, context);
  }

  Socket start(Socket plain) throws IOException {
    SSLSocket secure = (SSLSocket) context.getSocketFactory().createSocket(plain, null, true);
    secure.setUseClientMode(false);
    secure.startHandshake();
    return secure;
  }

  boolean accepts(RiakPB.RpbAuthReq request) {
    return request.getUser().toStringUtf8().equals(user)
        && request.getPassword().toStringUtf8().equals(password);
  }
}
