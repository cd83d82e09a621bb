// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.model;

/**
 * A resource's name in a catalog.
 *
 * @param type capitalised: {@code Apache::Vhost}
 * @param title the title
 */
public record ResourceRef(String type, String title) {

  /** As Puppet writes it: {@code File[/etc/motd]}. */
  @Override
  public String toString() {
    return type + '[' + title + ']';
  }
}
