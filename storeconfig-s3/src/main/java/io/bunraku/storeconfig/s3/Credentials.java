// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.s3;

import io.bunraku.storeconfig.spi.Secret;
import io.bunraku.storeconfig.spi.StoreSettings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileSupplier;

/**
 * Where credentials come from: a key in the settings, a profile, or else the default chain of AWS.
 *
 * @param accessKey the id of a key, or null
 * @param secretKey its secret
 * @param sessionToken of temporary credentials
 * @param profileFile in the format of AWS
 * @param profile its name
 */
record Credentials(
    @Nullable String accessKey,
    Secret secretKey,
    @Nullable String sessionToken,
    @Nullable String profileFile,
    @Nullable String profile) {

  static Credentials of(StoreSettings given) {
    Credentials all =
        new Credentials(
            given.get("access-key"),
            given.secret("secret-key"),
            given.get("session-token"),
            given.get("credentials-file"),
            given.get("profile"));
    all.verify();
    return all;
  }

  private void verify() {
    if ((accessKey != null) != secretKey.isSet()) {
      throw S3Settings.wrong("access-key", "needs 'secret-key' or 'secret-key-file', and they it");
    }
    if (accessKey != null && (profile != null || profileFile != null)) {
      throw S3Settings.wrong("access-key", "and a profile are both set: keep one");
    }
  }

  /** Asked at each request, so that a file may change. */
  AwsCredentialsProvider provider() {
    if (accessKey != null) {
      return () -> key(accessKey);
    }
    if (profile == null && profileFile == null) {
      return DefaultCredentialsProvider.builder().build();
    }
    ProfileCredentialsProvider.Builder builder = ProfileCredentialsProvider.builder();
    if (profileFile != null) {
      builder.profileFile(
          ProfileFileSupplier.reloadWhenModified(
              Path.of(profileFile), ProfileFile.Type.CREDENTIALS));
    }
    return builder.profileName(profile).build();
  }

  private AwsCredentials key(String id) {
    String secret = secretKey.read();
    return sessionToken == null
        ? AwsBasicCredentials.create(id, secret)
        : AwsSessionCredentials.create(id, secret, sessionToken);
  }

  /** Names no secret. */
  @Override
  public String toString() {
    return accessKey == null ? "profile " + profile : "key " + accessKey;
  }
}
