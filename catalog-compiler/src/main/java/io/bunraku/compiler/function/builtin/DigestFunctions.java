// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.function.builtin;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.eval.Scope;
import io.bunraku.compiler.function.CallContext;
import io.bunraku.compiler.ruby.MersenneTwister;
import io.bunraku.compiler.ruby.RubyNumbers;
import io.bunraku.compiler.value.SemVer;
import io.bunraku.compiler.value.Undef;
import io.bunraku.compiler.value.Values;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Checksums, and random numbers that come from them. */
final class DigestFunctions {

  private DigestFunctions() {}

  static void register(Registry functions) {
    define(functions, "md5", "MD5");
    define(functions, "sha1", "SHA-1");
    define(functions, "sha256", "SHA-256");
    functions.legacy(
        "digest", 1, (call, arguments, block) -> digest(configured(call), arguments.get(0)));
    functions.legacy("fqdn_rand", -2, (call, arguments, block) -> fqdnRand(call, arguments));
  }

  private static void define(Registry functions, String name, String algorithm) {
    functions.legacy(name, 1, (call, arguments, block) -> digest(algorithm, arguments.get(0)));
  }

  private static String configured(CallContext call) {
    Object setting =
        call.scope().compilation().request().settings().getOrDefault("digest_algorithm", "sha256");
    return switch (setting.toString()) {
      case "md5" -> "MD5";
      case "sha1" -> "SHA-1";
      case "sha224" -> "SHA-224";
      case "sha384" -> "SHA-384";
      case "sha512" -> "SHA-512";
      default -> "SHA-256";
    };
  }

  private static String digest(String algorithm, Object value) {
    if (!(value instanceof String text)) {
      throw new EvaluationException(
          "no implicit conversion of " + PuppetView.LEGACY.className(value) + " into String");
    }
    return hex(algorithm, text);
  }

  private static String hex(String algorithm, String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object fqdnRand(CallContext call, List<Object> arguments) {
    Number maximum = toInteger(arguments.get(0));
    String name = fqdn(call.scope());
    boolean downcase = arguments.size() > 2 && Values.isTrue(arguments.get(2));
    List<Object> parts = new ArrayList<>();
    parts.add(downcase ? Strings.downcase(name) : name);
    parts.add(maximum);
    parts.add(arguments.size() > 1 ? arguments.get(1) : Undef.UNDEF);
    BigInteger seed = new BigInteger(hex("MD5", PuppetView.joined(parts, ":")), 16);
    if (!(maximum instanceof Long bound) || bound <= 0) {
      throw new EvaluationException("invalid argument - " + maximum);
    }
    return new MersenneTwister(seed).nextBelow(bound);
  }

  private static String fqdn(Scope scope) {
    Object facts = scope.lookupVariable("facts");
    Object networking = facts instanceof Map<?, ?> map ? map.get("networking") : null;
    Object name = networking instanceof Map<?, ?> map ? map.get("fqdn") : null;
    return name instanceof String text ? text : "";
  }

  private static Number toInteger(Object value) {
    return switch (value) {
      case Double number -> RubyNumbers.truncate(number);
      case Number number -> number;
      case String text -> RubyNumbers.toInteger(text);
      default ->
          throw new EvaluationException(
              "undefined method `to_i' for "
                  + PuppetView.LEGACY.receiver(value)
                  + "\nDid you mean?  "
                  + similar(value));
    };
  }

  /** The methods that Ruby believes to be meant. */
  private static String similar(Object value) {
    return switch (value) {
      case Collection<?> list -> "to_s\n               to_a\n               to_h";
      case Map<?, ?> map -> "to_s\n               to_a\n               to_h";
      case SemVer version -> "to_c\n               to_s";
      default -> "to_s";
    };
  }
}
