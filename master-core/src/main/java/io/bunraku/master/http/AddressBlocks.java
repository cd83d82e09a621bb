// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** CIDR blocks of addresses. */
final class AddressBlocks {

  /** Only what getByName takes as a literal, without a question to DNS. */
  private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

  private record Block(InetAddress network, int bits) {

    boolean contains(InetAddress candidate) {
      byte[] mine = network.getAddress();
      byte[] theirs = candidate.getAddress();
      if (mine.length != theirs.length) {
        return false;
      }
      for (int i = 0; i < bits; i++) {
        int mask = 0x80 >> (i & 7);
        if ((theirs[i >> 3] & mask) != (mine[i >> 3] & mask)) {
          return false;
        }
      }
      return true;
    }
  }

  private final List<Block> blocks;

  private AddressBlocks(List<Block> blocks) {
    this.blocks = blocks;
  }

  /**
   * Reads blocks: {@code 10.0.0.0/8}, {@code ::1}.
   *
   * @throws IllegalArgumentException when one is none; names are refused, as DNS decides nothing
   */
  static AddressBlocks parse(List<String> texts) {
    List<Block> blocks = new ArrayList<>();
    for (String text : texts) {
      int slash = text.indexOf('/');
      InetAddress network = literal(slash < 0 ? text : text.substring(0, slash));
      int all = network.getAddress().length * 8;
      int bits = slash < 0 ? all : Integer.parseInt(text.substring(slash + 1));
      if (bits < 0 || bits > all) {
        throw new IllegalArgumentException("'" + text + "' is no CIDR block");
      }
      blocks.add(new Block(network, bits));
    }
    return new AddressBlocks(List.copyOf(blocks));
  }

  private static InetAddress literal(String text) {
    try {
      if (LITERAL.matcher(text).matches()) {
        return InetAddress.getByName(text);
      }
    } catch (UnknownHostException e) {
      // said below
    }
    throw new IllegalArgumentException("'" + text + "' is no address");
  }

  boolean contains(InetAddress address) {
    return blocks.stream().anyMatch(b -> b.contains(address));
  }
}
