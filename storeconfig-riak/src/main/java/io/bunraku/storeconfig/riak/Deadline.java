// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.riak;

import com.basho.riak.client.core.RiakMessage;
import com.basho.riak.client.core.util.Constants;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import shaded.com.basho.riak.protobuf.RiakKvPB;
import shaded.com.basho.riak.protobuf.RiakMessageCodes;
import shaded.com.google.protobuf.InvalidProtocolBufferException;

/**
 * Closes a connection that owes an answer for too long. The client itself waits for ever: for an
 * answer, for the end of a login, for its health check. A closed connection ends all three.
 */
final class Deadline extends ChannelDuplexHandler {
  private final int millis;
  private byte last;
  private @Nullable ScheduledFuture<?> alarm;

  private Deadline(int millis) {
    this.millis = millis;
  }

  /** A connection that will have a deadline once the client has set up its own handlers. */
  static Channel channel(int millis) {
    NioSocketChannel channel = new NioSocketChannel();
    channel
        .pipeline()
        .addLast(
            new ChannelInboundHandlerAdapter() {
              @Override
              public void channelActive(ChannelHandlerContext context) {
                context
                    .pipeline()
                    .addAfter(Constants.MESSAGE_CODEC, "deadline", new Deadline(millis));
                context.pipeline().remove(this);
                context.fireChannelActive();
              }
            });
    return channel;
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise)
      throws Exception {
    if (message instanceof RiakMessage request) {
      last = request.getCode();
      arm(context);
    }
    super.write(context, message, promise);
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof RiakMessage response && isLast(response)) {
      disarm();
    } else {
      arm(context);
    }
    context.fireChannelRead(message);
  }

  /** The answer to a login does not come this far: the client's own handler takes it. */
  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    if (last == RiakMessageCodes.MSG_AuthReq) {
      disarm();
    }
    context.fireChannelReadComplete();
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    disarm();
    context.fireChannelInactive();
  }

  /** Lists come in parts, of which the last says so. */
  private static boolean isLast(RiakMessage response) {
    try {
      return switch (response.getCode()) {
        case RiakMessageCodes.MSG_IndexResp ->
            RiakKvPB.RpbIndexResp.parseFrom(response.getData()).getDone();
        case RiakMessageCodes.MSG_ListKeysResp ->
            RiakKvPB.RpbListKeysResp.parseFrom(response.getData()).getDone();
        default -> true;
      };
    } catch (InvalidProtocolBufferException e) {
      return true; // the client will say what it thinks of it
    }
  }

  private void arm(ChannelHandlerContext context) {
    disarm();
    alarm = context.executor().schedule(() -> expire(context), millis, TimeUnit.MILLISECONDS);
  }

  private static void expire(ChannelHandlerContext context) {
    ChannelFuture unused = context.channel().close();
  }

  private void disarm() {
    if (alarm != null) {
      alarm.cancel(false);
      alarm = null;
    }
  }
}
