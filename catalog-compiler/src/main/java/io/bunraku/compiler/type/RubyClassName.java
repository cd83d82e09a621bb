// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import io.bunraku.compiler.value.Binary;
import io.bunraku.compiler.value.Default;
import io.bunraku.compiler.value.Deferred;
import io.bunraku.compiler.value.PuppetIterator;
import io.bunraku.compiler.value.PuppetRegexp;
import io.bunraku.compiler.value.SemVer;
import io.bunraku.compiler.value.SemVerRange;
import io.bunraku.compiler.value.Sensitive;
import io.bunraku.compiler.value.Timespan;
import io.bunraku.compiler.value.Timestamp;
import io.bunraku.compiler.value.Undef;
import io.bunraku.compiler.value.Uri;
import java.util.List;
import java.util.Map;

/** What Puppet calls the class of a value in messages that name it. */
public final class RubyClassName {

  private RubyClassName() {}

  /** The name of the Ruby class that Puppet has for the value. */
  public static String of(Object value) {
    return switch (value) {
      case String s -> "String";
      case Double d -> "Float";
      case Number n -> "Integer";
      case Boolean b -> b ? "TrueClass" : "FalseClass";
      case Undef u -> "NilClass";
      case Default d -> "Symbol";
      case List<?> l -> "Array";
      case Map<?, ?> m -> "Hash";
      case PuppetRegexp r -> "Regexp";
      case PuppetType type -> "Puppet::Pops::Types::P" + ofType(type);
      case Sensitive s -> "Puppet::Pops::Types::PSensitiveType::Sensitive";
      case Binary b -> "Puppet::Pops::Types::PBinaryType::Binary";
      case Timespan t -> "Puppet::Pops::Time::Timespan";
      case Timestamp t -> "Puppet::Pops::Time::Timestamp";
      case SemVer v -> "SemanticPuppet::Version";
      case SemVerRange r -> "SemanticPuppet::VersionRange";
      case Uri u -> "URI::" + uriClass(u);
      case Deferred d -> "Puppet::Pops::Types::Deferred";
      case PuppetIterator i -> i.rubyClass();
      case PuppetObject o when o.type().equals(BuiltinTypes.ERROR) -> "Puppet::DataTypes::Error";
      default -> "Object";
    };
  }

  private static String uriClass(Uri uri) {
    String scheme = String.valueOf(uri.uri().getScheme());
    return switch (scheme) {
      case "http", "https", "ftp", "ldap", "ldaps", "ws", "wss" ->
          scheme.toUpperCase(java.util.Locale.ROOT);
      case "file" -> "File";
      case "mailto" -> "MailTo";
      default -> "Generic";
    };
  }

  private static String ofType(PuppetType type) {
    return switch (type) {
      case UriType uri -> "URIType";
      default -> type.getClass().getSimpleName();
    };
  }
}
