// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.riak;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import shaded.com.basho.riak.protobuf.RiakMessageCodes;
import shaded.com.basho.riak.protobuf.RiakPB;
import shaded.com.google.protobuf.ByteString;
import shaded.com.google.protobuf.MessageLite;

/**
 * A message: its length in four bytes, its code in one, its content.
 *
 * @param code what it is
 * @param body protocol buffers, or empty
 */
record Frame(byte code, ByteString body) {

  static Frame of(byte code) {
    return new Frame(code, ByteString.EMPTY);
  }

  static Frame of(byte code, MessageLite.Builder message) {
    return new Frame(code, message.build().toByteString());
  }

  static Frame error(String message) {
    return of(
        RiakMessageCodes.MSG_ErrorResp,
        RiakPB.RpbErrorResp.newBuilder().setErrcode(0).setErrmsg(ByteString.copyFromUtf8(message)));
  }

  static Frame read(DataInputStream in) throws IOException {
    int length = in.readInt();
    byte code = in.readByte();
    byte[] body = new byte[length - 1];
    in.readFully(body);
    return new Frame(code, ByteString.copyFrom(body));
  }

  void write(OutputStream out) throws IOException {
    out.write(ByteBuffer.allocate(5).putInt(1 + body.size()).put(code).array());
    body.writeTo(out);
  }
}
