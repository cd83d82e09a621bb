// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Hosts of a small network of our own: network namespaces on a bridge, which can be parted. The
 * tests' process is on that bridge too.
 */
final class Namespaces implements AutoCloseable {
  private final String id;
  private final int subnet;
  private final List<String> hosts = new ArrayList<>();

  private Namespaces(String id, int subnet) {
    this.id = id;
    this.subnet = subnet;
  }

  /** Why there can be no such network here, or nothing if there can. */
  static Optional<String> obstacle() {
    String probe = "bk-probe" + ProcessHandle.current().pid();
    try {
      Shell.run("ip", "netns", "add", probe);
      Shell.run("ip", "netns", "exec", probe, "iptables", "-L", "-n");
      return Optional.empty();
    } catch (RuntimeException e) { // no ip, no iptables, no right
      return Optional.of("no network namespaces here: " + e.getMessage());
    } finally {
      quietly("ip", "netns", "del", probe);
    }
  }

  /** Makes a network of some hosts. */
  static Namespaces of(int count) {
    long pid = ProcessHandle.current().pid();
    Namespaces all = new Namespaces("bk" + Long.toString(pid, 36), (int) (pid % 250) + 1);
    try {
      Shell.run("ip", "link", "add", all.id, "type", "bridge");
      Shell.run("ip", "addr", "add", all.address(254) + "/24", "dev", all.id);
      Shell.run("ip", "link", "set", all.id, "up");
      for (int i = 1; i <= count; i++) {
        all.add(i);
      }
      return all;
    } catch (RuntimeException e) {
      all.close();
      throw e;
    }
  }

  private void add(int number) {
    String host = id + "-" + number;
    String outer = id + "v" + number;
    hosts.add(host);
    Shell.run("ip", "netns", "add", host);
    Shell.run("ip", "link", "add", outer, "type", "veth", "peer", "name", "eth0", "netns", host);
    Shell.run("ip", "link", "set", outer, "master", id, "up");
    inside(number, "ip", "addr", "add", address(number) + "/24", "dev", "eth0");
    inside(number, "ip", "link", "set", "eth0", "up");
    inside(number, "ip", "link", "set", "lo", "up");
  }

  private void inside(int number, String... command) {
    List<String> words = in(number);
    words.addAll(List.of(command));
    Shell.run(words.toArray(String[]::new));
  }

  /** Begins a command that runs on a host; the first is 1. */
  List<String> in(int number) {
    return new ArrayList<>(List.of("ip", "netns", "exec", hosts.get(number - 1)));
  }

  /** The address of a host. */
  String address(int number) {
    return "10.213." + subnet + "." + number;
  }

  /** Drops all that some hosts send to the others or get from them; the tests still reach all. */
  void part(Set<Integer> some) {
    Set<Integer> others = new TreeSet<>();
    for (int i = 1; i <= hosts.size(); i++) {
      if (!some.contains(i)) {
        others.add(i);
      }
    }
    for (int one : some) {
      for (int other : others) {
        inside(one, "iptables", "-A", "INPUT", "-s", address(other), "-j", "DROP");
        inside(one, "iptables", "-A", "OUTPUT", "-d", address(other), "-j", "DROP");
      }
    }
  }

  /** Ends every partition. */
  void heal() {
    for (int i = 1; i <= hosts.size(); i++) {
      inside(i, "iptables", "-F");
    }
  }

  @Override
  public void close() {
    hosts.forEach(host -> quietly("ip", "netns", "del", host));
    quietly("ip", "link", "del", id);
  }

  private static void quietly(String... command) {
    try {
      Shell.run(command);
    } catch (RuntimeException e) {
      // it was not there
    }
  }
}
