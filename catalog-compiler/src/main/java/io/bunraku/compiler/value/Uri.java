// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.value;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.ruby.RubyText;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A URI.
 *
 * @param uri its parts
 */
public record Uri(URI uri) {

  /** Reads a URI. */
  public static Uri parse(String text) {
    if (text.chars().anyMatch(c -> c >= 0x80)) {
      throw new EvaluationException("URI must be ascii only " + RubyText.dump(text));
    }
    try {
      return new Uri(new URI(text));
    } catch (URISyntaxException e) {
      throw new EvaluationException("bad URI(is not URI?): " + RubyText.inspect(text));
    }
  }

  /** Builds a URI of its parts by their names. */
  public static Uri of(Map<?, ?> parts) {
    StringBuilder text = new StringBuilder();
    append(text, "", parts.get("scheme"), ":");
    append(text, "", parts.get("opaque"), "");
    if (parts.get("host") != null) {
      text.append("//");
      append(text, "", parts.get("userinfo"), "@");
      append(text, "", parts.get("host"), "");
      append(text, ":", parts.get("port"), "");
    }
    append(text, "", parts.get("path"), "");
    append(text, "?", parts.get("query"), "");
    append(text, "#", parts.get("fragment"), "");
    return parse(text.toString());
  }

  private static void append(
      StringBuilder text, String before, @Nullable Object part, String after) {
    if (part != null) {
      text.append(before).append(part).append(after);
    }
  }

  /** A part by the name that it has in the language, or null when it is absent or unknown. */
  public @Nullable Object member(String name) {
    return switch (name) {
      case "scheme" -> uri.getScheme();
      case "userinfo" -> uri.getRawUserInfo();
      case "host" -> uri.getHost();
      case "port" -> port();
      case "path" -> uri.isOpaque() ? null : uri.getRawPath();
      case "query" -> uri.getRawQuery();
      case "fragment" -> uri.getRawFragment();
      case "opaque" -> uri.isOpaque() ? uri.getRawSchemeSpecificPart() : null;
      default -> null;
    };
  }

  private @Nullable Long port() {
    if (uri.getPort() >= 0) {
      return (long) uri.getPort();
    }
    String scheme = uri.getScheme();
    return switch (scheme == null ? "" : scheme) {
      case "http", "ws" -> 80L;
      case "https", "wss" -> 443L;
      case "ftp" -> 21L;
      case "ldap" -> 389L;
      case "ldaps" -> 636L;
      default -> null;
    };
  }

  @Override
  public String toString() {
    String scheme = uri.getScheme();
    return scheme == null
        ? uri.toString()
        : scheme.toLowerCase(Locale.ROOT) + uri.toString().substring(scheme.length());
  }
}
