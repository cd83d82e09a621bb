// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.couchdb;

import io.bunraku.storeconfig.spi.PemAuthorities;
import io.bunraku.storeconfig.spi.PemIdentity;
import io.bunraku.storeconfig.spi.StoreException;
import java.net.MalformedURLException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.http.HttpRequest;
import org.apache.http.client.params.HttpClientParams;
import org.apache.http.conn.ssl.AbstractVerifier;
import org.apache.http.conn.ssl.SSLSocketFactory;
import org.apache.http.impl.client.AbstractHttpClient;
import org.apache.http.impl.client.DefaultHttpRequestRetryHandler;
import org.ektorp.http.HttpClient;
import org.ektorp.http.StdHttpClient;
import org.jspecify.annotations.Nullable;

/** Ektorp's HTTP client without what it does behind one's back: retries, redirects, a cache. */
@SuppressWarnings("deprecation") // Ektorp is built on this generation of Apache's client
final class EktorpHttp {

  private EktorpHttp() {}

  static HttpClient client(CouchDbSettings settings) {
    String authorization = authorization(settings);
    AbstractHttpClient client = (AbstractHttpClient) builder(settings).configureClient();
    // DELETE counts as idempotent there; but a deletion that had landed would come back as 409
    client.setHttpRequestRetryHandler(new DefaultHttpRequestRetryHandler(0, false));
    HttpClientParams.setRedirecting(client.getParams(), false);
    client.addRequestInterceptor((request, context) -> addHeaders(request, authorization));
    return new StdHttpClient(client);
  }

  private static StdHttpClient.Builder builder(CouchDbSettings settings) {
    try {
      StdHttpClient.Builder builder =
          new StdHttpClient.Builder()
              .url(settings.url().toURL())
              .connectionTimeout(settings.connectTimeout())
              .socketTimeout(settings.requestTimeout())
              .maxConnections(settings.connections())
              .useExpectContinue(false)
              .cleanupIdleConnections(false)
              .caching(false);
      if (settings.url().getScheme().equals("https")) {
        SSLContext context = context(settings);
        builder.sslSocketFactory(new SSLSocketFactory(context, new Names()));
      }
      return builder;
    } catch (MalformedURLException e) {
      throw new StoreException("store couchdb: 'url': " + e.getMessage(), e);
    }
  }

  /** Says by its type of exception that the certificate names another host: nothing was sent. */
  private static final class Names extends AbstractVerifier {
    @Override
    public void verify(String host, String[] commonNames, String[] alternatives)
        throws SSLPeerUnverifiedException {
      try {
        SSLSocketFactory.STRICT_HOSTNAME_VERIFIER.verify(host, commonNames, alternatives);
      } catch (SSLException e) {
        SSLPeerUnverifiedException other = new SSLPeerUnverifiedException(e.getMessage());
        other.initCause(e);
        throw other;
      }
    }
  }

  /** Without a wish for JSON, CouchDB sends a document with attachments as MIME parts. */
  private static void addHeaders(HttpRequest request, String authorization) {
    request.setHeader("Accept", "application/json");
    if (!authorization.isEmpty()) {
      request.setHeader("Authorization", authorization);
    }
  }

  /** Sent with each request, so a wrong password costs one request and not two. */
  private static String authorization(CouchDbSettings settings) {
    if (settings.username() == null) {
      return "";
    }
    byte[] pair =
        (settings.username() + ":" + settings.password().read()).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  private static SSLContext context(CouchDbSettings settings) {
    Path caFile = settings.tlsCaFile();
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(
          identity(settings),
          caFile == null
              ? null
              : PemAuthorities.trustManagers("store couchdb: 'tls-ca-file'", caFile),
          null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new StoreException("store couchdb: TLS cannot be used: " + e.getMessage(), e);
    }
  }

  private static KeyManager @Nullable [] identity(CouchDbSettings settings) {
    Path certificate = settings.tlsCertificateFile();
    Path key = settings.tlsKeyFile();
    if (certificate == null || key == null) {
      return null;
    }
    try {
      return PemIdentity.keyManagers(certificate, key).getKeyManagers();
    } catch (StoreException e) {
      throw new StoreException(
          "store couchdb: 'tls-certificate-file', 'tls-key-file': " + e.getMessage(), e);
    }
  }
}
