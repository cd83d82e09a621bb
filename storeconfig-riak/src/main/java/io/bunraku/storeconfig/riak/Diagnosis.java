// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.riak;

import com.basho.riak.client.core.netty.RiakResponseException;
import io.bunraku.storeconfig.spi.ServerAddress;
import io.bunraku.storeconfig.spi.StoreException;
import io.bunraku.storeconfig.spi.StoreUnavailableException;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import shaded.com.basho.riak.protobuf.RiakMessageCodes;
import shaded.com.basho.riak.protobuf.RiakPB;
import shaded.com.google.protobuf.ByteString;

/**
 * Finds out why no node answers. The client knows (refused, no TLS, wrong password) but only logs
 * it; so one connection is made by hand, at most every few seconds however many requests fail.
 */
final class Diagnosis {
  private static final long FRESH_NANOS = 3_000_000_000L;
  private static final int LONGEST = 1 << 16;
  private final RiakSettings settings;
  private final ReentrantLock asking = new ReentrantLock();
  private long asked;
  private volatile @Nullable Finding last;

  /** What one connection showed. */
  private record Finding(String line, boolean lasting) {
    StoreException exception() {
      return lasting ? new StoreException(line) : new StoreUnavailableException(line);
    }
  }

  Diagnosis(RiakSettings settings) {
    this.settings = settings;
  }

  /** The reason, to be thrown. */
  StoreException why() {
    Finding known = last;
    if (!asking.tryLock()) { // another thread asks; what it learnt the last time will do
      return known != null
          ? known.exception()
          : new StoreUnavailableException("store riak: no node answers");
    }
    try {
      if (known == null || System.nanoTime() - asked > FRESH_NANOS) {
        known = ask(settings.nodes().get(0));
        last = known;
        asked = System.nanoTime();
      }
      return known.exception();
    } finally {
      asking.unlock();
    }
  }

  private Finding ask(ServerAddress node) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(node.host(), node.port()), settings.connectMillis());
      socket.setSoTimeout(settings.requestMillis());
      KeyStore trusted = settings.login().trusted();
      String error = trusted == null ? ping(socket) : login(socket, trusted);
      if (error == null) {
        return passing("no connection is free, or the nodes have only just come back");
      }
      return Refusals.isAboutSecurity(error)
          ? lasting(node + ": " + Refusals.security(error))
          : passing(node + ": Riak answered: " + error);
    } catch (SSLException e) {
      return lasting(node + ": TLS with the authorities of 'ca-file' failed: " + e.getMessage());
    } catch (UnknownHostException e) {
      return passing(node + ": the name has no address");
    } catch (IOException e) {
      return passing(node + " does not answer: " + e.getMessage());
    } catch (GeneralSecurityException e) {
      return lasting(node + ": no TLS: " + e.getMessage());
    }
  }

  private static Finding passing(String what) {
    return new Finding("store riak: " + what, false);
  }

  private static Finding lasting(String what) {
    return new Finding("store riak: " + what, true);
  }

  /** Riak's error, or null. */
  private static @Nullable String ping(Socket socket) throws IOException {
    return exchange(socket, RiakMessageCodes.MSG_PingReq, new byte[0]);
  }

  private @Nullable String login(Socket socket, KeyStore trusted)
      throws IOException, GeneralSecurityException {
    String error = exchange(socket, RiakMessageCodes.MSG_StartTls, new byte[0]);
    if (error != null) {
      return error;
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(settings.login().keyManagers(), trust.getTrustManagers(), null);
    SSLSocket secure =
        (SSLSocket) context.getSocketFactory().createSocket(socket, null, socket.getPort(), false);
    secure.setEnabledProtocols(new String[] {"TLSv1.2"}); // as the client does
    secure.startHandshake();
    RiakPB.RpbAuthReq request =
        RiakPB.RpbAuthReq.newBuilder()
            .setUser(ByteString.copyFromUtf8(String.valueOf(settings.login().user())))
            .setPassword(ByteString.copyFromUtf8(settings.login().password()))
            .build();
    return exchange(secure, RiakMessageCodes.MSG_AuthReq, request.toByteArray());
  }

  private static @Nullable String exchange(Socket socket, byte code, byte[] body)
      throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(
        ByteBuffer.allocate(5 + body.length).putInt(1 + body.length).put(code).put(body).array());
    out.flush();
    DataInputStream in = new DataInputStream(socket.getInputStream());
    int length = in.readInt();
    if (length < 1 || length > LONGEST) {
      throw new IOException("this is not Riak's protocol buffers port");
    }
    byte answer = in.readByte();
    byte[] rest = in.readNBytes(length - 1);
    if (answer != RiakMessageCodes.MSG_ErrorResp) {
      return null;
    }
    RiakPB.RpbErrorResp error = RiakPB.RpbErrorResp.parseFrom(rest);
    return Refusals.line(
        new RiakResponseException(error.getErrcode(), error.getErrmsg().toStringUtf8()));
  }
}
