// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.s3;

import io.bunraku.storeconfig.spi.StoreException;
import io.bunraku.storeconfig.spi.StoreSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a store on S3, checked.
 *
 * @param bucket must exist
 * @param prefix of all keys in it: empty, or ending with a slash
 * @param region of the bucket
 * @param endpoint null for that of the region
 * @param pathStyle the bucket in the path instead of in the name of the host
 * @param credentials where they come from
 * @param caFile certificates of authorities to trust, instead of the JDK's
 * @param connectTimeout to connect
 * @param timeout how long a server may be silent, and a request wait for its turn
 * @param connections how many requests are under way at most
 * @param conditionalDelete whether the server keeps If-Match on a deletion
 */
record S3Settings(
    String bucket,
    String prefix,
    String region,
    @Nullable URI endpoint,
    boolean pathStyle,
    Credentials credentials,
    @Nullable Path caFile,
    Duration connectTimeout,
    Duration timeout,
    int connections,
    boolean conditionalDelete) {

  private static final Set<String> KNOWN =
      Set.of(
          "bucket",
          "prefix",
          "region",
          "endpoint",
          "path-style",
          "access-key",
          "secret-key",
          "secret-key-file",
          "session-token",
          "credentials-file",
          "profile",
          "ca-file",
          "connect-timeout",
          "timeout",
          "connections",
          "conditional-delete");
  private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
  private static final Pattern PREFIX = Pattern.compile("([A-Za-z0-9._-]+/)*");

  static S3Settings of(StoreSettings given) {
    given.allow(KNOWN);
    URI endpoint = endpoint(given.get("endpoint"));
    return new S3Settings(
        bucket(given.require("bucket")),
        prefix(given.get("prefix", "")),
        region(given),
        endpoint,
        given.flag("path-style", endpoint != null),
        Credentials.of(given),
        given.path("ca-file"),
        Duration.ofSeconds(given.between("connect-timeout", 2, 1, 300)),
        Duration.ofSeconds(given.between("timeout", 10, 1, 3600)),
        given.between("connections", 32, 1, 1000),
        given.flag("conditional-delete", true));
  }

  /** Where the store is, for people. */
  String where() {
    String place = endpoint == null ? "region " + region : endpoint.toString();
    return "bucket '" + bucket + "' at " + place;
  }

  private static String bucket(String name) {
    if (!BUCKET.matcher(name).matches()) {
      throw wrong("bucket", "is not the name of a bucket: " + name);
    }
    return name;
  }

  private static String prefix(String given) {
    String prefix = given.isEmpty() || given.endsWith("/") ? given : given + "/";
    if (!PREFIX.matcher(prefix).matches() || prefix.length() > 64) {
      throw wrong("prefix", "may hold letters, digits and ._-/, at most 64 of them: " + given);
    }
    return prefix;
  }

  /** The environment is asked as the SDK would, but neither files nor the instance's metadata. */
  private static String region(StoreSettings given) {
    String environment =
        System.getenv().getOrDefault("AWS_REGION", System.getenv("AWS_DEFAULT_REGION"));
    return given.get("region", environment == null ? "us-east-1" : environment);
  }

  private static @Nullable URI endpoint(@Nullable String given) {
    if (given == null) {
      return null;
    }
    try {
      URI uri = URI.create(given);
      boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      if (http && uri.getHost() != null) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      throw new StoreException("store s3: 'endpoint' is not a URL: " + given, e);
    }
    throw wrong("endpoint", "is not a URL that begins with http:// or https://: " + given);
  }

  static StoreException wrong(String name, String what) {
    return new StoreException("store s3: '" + name + "' " + what);
  }
}
