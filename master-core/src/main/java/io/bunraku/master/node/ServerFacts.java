// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.node;

import io.bunraku.compiler.LanguageVersion;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What {@code $server_facts} shows: this master's version, name and addresses. */
public final class ServerFacts {

  private final Map<String, Object> common;

  /** Looks at this machine's network interfaces, once. */
  public ServerFacts(LanguageVersion version, String certname) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("serverversion", version.puppetVersion());
    facts.put("servername", certname);
    addAddresses(facts);
    common = Collections.unmodifiableMap(facts);
  }

  /** The facts for a compile in an environment. */
  public Map<String, Object> in(String environment) {
    Map<String, Object> facts = new LinkedHashMap<>(common);
    facts.put("environment", environment);
    return facts;
  }

  private static void addAddresses(Map<String, Object> facts) {
    try {
      for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
        for (InetAddress address : Collections.list(network.getInetAddresses())) {
          if (!address.isLoopbackAddress() && !address.isLinkLocalAddress()) {
            String text = address.getHostAddress().replaceFirst("%.*", "");
            facts.putIfAbsent(address instanceof Inet6Address ? "serverip6" : "serverip", text);
          }
        }
      }
    } catch (SocketException e) {
      // a machine without a network has no address to show
    }
  }
}
