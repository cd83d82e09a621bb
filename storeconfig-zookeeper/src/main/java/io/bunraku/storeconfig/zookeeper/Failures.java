// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.zookeeper;

import io.bunraku.storeconfig.spi.StoreException;
import io.bunraku.storeconfig.spi.StoreUnavailableException;
import io.bunraku.storeconfig.spi.WriteOutcome;
import org.apache.zookeeper.KeeperException.Code;

/** What ZooKeeper's answers mean. */
final class Failures {
  private final ZooKeeperSettings settings;

  Failures(ZooKeeperSettings settings) {
    this.settings = settings;
  }

  /**
   * The outcome of a write that was sent and not done, as far as is known. A connection that is
   * lost, a session that ends or an answer that does not come leave it open.
   *
   * @throws StoreException if the ensemble refused it
   */
  WriteOutcome outcome(Code code, String znode) {
    return switch (code) {
      case BADVERSION, NONODE, NODEEXISTS, NOTEMPTY -> new WriteOutcome.Conflict();
      case CONNECTIONLOSS, SESSIONEXPIRED, OPERATIONTIMEOUT, REQUESTTIMEOUT ->
          new WriteOutcome.Unknown("ZooKeeper: " + code + " after " + znode + " was sent");
      default -> throw of(code, znode);
    };
  }

  /** Why something that changes nothing did not work. */
  StoreException of(Code code, String znode) {
    return switch (code) {
      case CONNECTIONLOSS,
          SESSIONEXPIRED,
          OPERATIONTIMEOUT,
          REQUESTTIMEOUT,
          SESSIONMOVED,
          NEWCONFIGNOQUORUM,
          THROTTLEDOP ->
          new StoreUnavailableException(line(settings.servers() + ": " + code));
      case NOAUTH -> new StoreException(line("no right to use " + znode + whoami()));
      case AUTHFAILED -> new StoreException(line("the ensemble refuses" + whoami()));
      case INVALIDACL ->
          new StoreException(
              line("'acl: creator' is set, but the ensemble does not know" + whoami()));
      case QUOTAEXCEEDED -> new StoreException(line("the quota of " + znode + " is used up"));
      default -> new StoreException(line(znode + ": " + code));
    };
  }

  private String whoami() {
    return settings.user() == null
        ? " this client (no 'user' is set, so it is nobody but its TLS certificate)"
        : " as user '"
            + settings.user()
            + "': wrong user or password, or the ACL names somebody else";
  }

  StoreUnavailableException unreachable() {
    return new StoreUnavailableException(
        line(
            "no connection to "
                + settings.servers()
                + " within "
                + settings.connect().toMillis()
                + " ms: nobody answers, there is no quorum, or "
                + tls()));
  }

  private String tls() {
    ZooKeeperSettings.Tls tls = settings.tls();
    return tls == null || tls.keystore() != null
        ? "one side speaks TLS and the other not"
        : "TLS fails (whom to trust is 'tls-truststore'; does the ensemble ask for a certificate,"
            + " 'tls-keystore'?)";
  }

  static String line(String what) {
    return "store zookeeper: " + what;
  }
}
