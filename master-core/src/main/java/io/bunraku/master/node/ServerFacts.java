// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.node;

import io.bunraku.compiler.LanguageVersion;
import io.bunraku.master.config.MasterConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code $server_facts} shows: this master's version, name and addresses, or what it was told
 * to show, so that all masters behind one name make the same catalog.
 */
public final class ServerFacts {

  /** Addresses of no machine (RFC 5737, RFC 3849): asking for the way to them sends nothing. */
  private static final List<String> ELSEWHERE = List.of("192.0.2.1", "2001:db8::1");

  private final Map<String, Object> common;

  /**
   * Looks at this machine's network, once.
   *
   * @param given values instead of this machine's, by name; an empty one takes a fact away
   */
  public ServerFacts(LanguageVersion version, String certname, Map<String, String> given) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("serverversion", version.puppetVersion());
    facts.put("servername", certname);
    ELSEWHERE.forEach(address -> addPrimaryAddress(facts, address));
    addAddresses(facts);
    facts.putAll(given);
    facts.values().removeIf(""::equals);
    common = Collections.unmodifiableMap(facts);
  }

  /** The facts of a master that was configured so. */
  public static ServerFacts of(MasterConfig config) {
    return new ServerFacts(config.options().version(), config.certname(), config.serverFacts());
  }

  /** The facts for a compile in an environment. */
  public Map<String, Object> in(String environment) {
    Map<String, Object> facts = new LinkedHashMap<>(common);
    facts.put("environment", environment);
    return facts;
  }

  /** The address that this machine speaks with: Facter's primary one, and not a bridge's. */
  private static void addPrimaryAddress(Map<String, Object> facts, String elsewhere) {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.connect(new InetSocketAddress(InetAddress.getByName(elsewhere), 9));
      add(facts, socket.getLocalAddress());
    } catch (IOException | UncheckedIOException e) {
      // there is no way out of this machine: any address of it will do
    }
  }

  private static void addAddresses(Map<String, Object> facts) {
    try {
      for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
        Collections.list(network.getInetAddresses()).forEach(address -> add(facts, address));
      }
    } catch (SocketException e) {
      // a machine without a network has no address to show
    }
  }

  private static void add(Map<String, Object> facts, InetAddress address) {
    if (!address.isLoopbackAddress()
        && !address.isLinkLocalAddress()
        && !address.isAnyLocalAddress()) {
      String text = address.getHostAddress().replaceFirst("%.*", "");
      facts.putIfAbsent(address instanceof Inet6Address ? "serverip6" : "serverip", text);
    }
  }
}
