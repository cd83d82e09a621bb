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
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import shaded.com.basho.riak.protobuf.RiakPB;

/**
 * One user with a password or a certificate, over TLS.
 *
 * @param user the user
 * @param password the user's, and the key store's
 * @param context with the server's key
 * @param certificate whether it is the client's certificate that tells the user, not the password
 */
record Security(String user, String password, SSLContext context, boolean certificate) {

  /** The key store's own certificates are the authorities of clients. */
  static Security of(String user, String password, Path keyStore, boolean certificate)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keyStore)) {
      store.load(in, password.toCharArray());
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, password.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    TrustManagerFactory clients =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    clients.init(store);
    context.init(keys.getKeyManagers(), clients.getTrustManagers(), null);
    return new Security(user, password, context, certificate);
  }

  SSLSocket start(Socket plain) throws IOException {
    SSLSocket secure = (SSLSocket) context.getSocketFactory().createSocket(plain, null, true);
    secure.setUseClientMode(false);
    secure.setWantClientAuth(true);
    secure.startHandshake();
    return secure;
  }

  boolean accepts(RiakPB.RpbAuthReq request, SSLSession session) {
    return request.getUser().toStringUtf8().equals(user)
        && (certificate ? shows(session) : request.getPassword().toStringUtf8().equals(password));
  }

  /** The common name has to be the user's. */
  private boolean shows(SSLSession session) {
    try {
      return session.getPeerPrincipal().getName().equals("CN=" + user);
    } catch (SSLPeerUnverifiedException e) {
      return false;
    }
  }
}
