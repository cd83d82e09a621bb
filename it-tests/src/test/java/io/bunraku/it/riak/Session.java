// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.riak;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import shaded.com.basho.riak.protobuf.RiakKvPB;
import shaded.com.basho.riak.protobuf.RiakMessageCodes;
import shaded.com.basho.riak.protobuf.RiakPB;
import shaded.com.google.protobuf.ByteString;

/** One client's connection: requests one after the other. */
final class Session implements Runnable {
  private final Socket socket;
  private final @Nullable Security security;
  private final ObjectRequests single;
  private final ListRequests lists;

  Session(Socket socket, @Nullable Security security, Objects objects) {
    this.socket = socket;
    this.security = security;
    this.single = new ObjectRequests(objects);
    this.lists = new ListRequests(objects);
  }

  @Override
  public void run() {
    try (socket) {
      socket.setTcpNoDelay(true);
      if (security == null) {
        serve(socket, false);
      } else {
        login(security);
      }
    } catch (EOFException | SocketException e) {
      // the client is gone
    } catch (IOException e) {
      System.out.println("connection lost: " + e);
    }
  }

  private void login(Security guard) throws IOException {
    Frame first = Frame.read(new DataInputStream(socket.getInputStream()));
    if (first.code() != RiakMessageCodes.MSG_StartTls) {
      Frame.error("Security is enabled, please STARTTLS first").write(socket.getOutputStream());
      return;
    }
    Frame.of(RiakMessageCodes.MSG_StartTls).write(socket.getOutputStream());
    try (SSLSocket secure = guard.start(socket)) {
      Frame request = Frame.read(new DataInputStream(secure.getInputStream()));
      if (guard.accepts(RiakPB.RpbAuthReq.parseFrom(request.body()), secure.getSession())) {
        Frame.of(RiakMessageCodes.MSG_AuthResp).write(secure.getOutputStream());
        serve(secure, true);
      } else {
        Frame.error("Authentication failed").write(secure.getOutputStream());
      }
    }
  }

  private void serve(Socket client, boolean secure) throws IOException {
    DataInputStream in = new DataInputStream(client.getInputStream());
    OutputStream out = new BufferedOutputStream(client.getOutputStream(), 1 << 16);
    while (true) {
      for (Frame response : answer(Frame.read(in), secure)) {
        response.write(out);
      }
      out.flush();
    }
  }

  private List<Frame> answer(Frame request, boolean secure) throws IOException {
    ByteString body = request.body();
    return switch (request.code()) {
      case RiakMessageCodes.MSG_PingReq -> List.of(Frame.of(RiakMessageCodes.MSG_PingResp));
      case RiakMessageCodes.MSG_GetServerInfoReq -> List.of(serverInfo());
      case RiakMessageCodes.MSG_GetReq -> List.of(single.get(RiakKvPB.RpbGetReq.parseFrom(body)));
      case RiakMessageCodes.MSG_PutReq -> List.of(single.put(RiakKvPB.RpbPutReq.parseFrom(body)));
      case RiakMessageCodes.MSG_DelReq ->
          List.of(single.delete(RiakKvPB.RpbDelReq.parseFrom(body)));
      case RiakMessageCodes.MSG_ListKeysReq -> lists.keys(RiakKvPB.RpbListKeysReq.parseFrom(body));
      case RiakMessageCodes.MSG_IndexReq -> lists.index(RiakKvPB.RpbIndexReq.parseFrom(body));
      case RiakMessageCodes.MSG_GetBucketReq ->
          List.of(properties(RiakPB.RpbGetBucketReq.parseFrom(body).getType()));
      case RiakMessageCodes.MSG_GetBucketTypeReq ->
          List.of(properties(RiakPB.RpbGetBucketTypeReq.parseFrom(body).getType()));
      case RiakMessageCodes.MSG_StartTls -> List.of(Frame.error(startTls(secure)));
      default -> List.of(Frame.error("Unknown message code: " + (request.code() & 0xff)));
    };
  }

  private static String startTls(boolean secure) {
    return secure ? "STARTTLS already initiated" : "Security not enabled; STARTTLS not allowed.";
  }

  private static Frame serverInfo() {
    return Frame.of(
        RiakMessageCodes.MSG_GetServerInfoResp,
        RiakPB.RpbGetServerInfoResp.newBuilder()
            .setNode(ByteString.copyFromUtf8("double@127.0.0.1"))
            .setServerVersion(ByteString.copyFromUtf8("a double")));
  }

  private static Frame properties(ByteString type) {
    String name = type.toStringUtf8();
    BucketType known = BucketType.named(name);
    return known == null
        ? Frame.error("No bucket-type named '" + name + "'")
        : Frame.of(
            RiakMessageCodes.MSG_GetBucketResp,
            RiakPB.RpbGetBucketResp.newBuilder().setProps(known.properties()));
  }
}
