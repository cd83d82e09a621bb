// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.config;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The keys of our configuration and the names that puppet.conf has for some of them. */
enum ConfigKey {
  CERTNAME("certname", "certname"),
  LISTEN("listen", null),
  PLAIN_LISTEN("plain-listen", null),
  TRUSTED_PROXIES("trusted-proxies", null),
  CODEDIR("codedir", "codedir"),
  SSLDIR("ssldir", "ssldir"),
  VARDIR("vardir", "vardir"),
  ENVIRONMENT_TIMEOUT("environment-timeout", "environment_timeout"),
  STORE("store", null),
  AUTOSIGN("autosign", "autosign"),
  AUTH_CONF("auth-conf", null),
  LANGUAGE("language", null),
  STRICT("strict", "strict"),
  STRICT_VARIABLES("strict-variables", "strict_variables"),
  STORECONFIGS("storeconfigs", "storeconfigs"),
  STORECONFIGS_SCOPE("storeconfigs-scope", null),
  NODE_TTL("node-ttl", null),
  NODE_PURGE_TTL("node-purge-ttl", null),
  REPORT_TTL("report-ttl", null),
  GC_INTERVAL("gc-interval", null),
  BASEMODULEPATH("basemodulepath", "basemodulepath"),
  HIERA_CONFIG("hiera-config", "hiera_config"),
  NODE_TERMINUS("node-terminus", "node_terminus"),
  EXTERNAL_NODES("external-nodes", "external_nodes"),
  SERVER_FACTS("server-facts", null),
  DNS_ALT_NAMES("dns-alt-names", "dns_alt_names"),
  PLUGINS("plugins", null),
  PUPPET_CONF("puppet-conf", null);

  private final String key;
  private final @Nullable String puppetName;

  ConfigKey(String key, @Nullable String puppetName) {
    this.key = key;
    this.puppetName = puppetName;
  }

  /** The name in our file. */
  String key() {
    return key;
  }

  /** The name in puppet.conf, or null when it has none there. */
  @Nullable String puppetName() {
    return puppetName;
  }

  static Optional<ConfigKey> named(String name) {
    return Arrays.stream(values()).filter(k -> k.key.equals(name)).findFirst();
  }

  /** The key that a mistyped name most probably means. */
  static ConfigKey nearest(String name) {
    return Arrays.stream(values())
        .min(Comparator.comparingInt(k -> distance(name.replace('_', '-'), k.key)))
        .orElseThrow();
  }

  /** Levenshtein's distance. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    Arrays.setAll(row, i -> i);
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substitution = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substitution, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
