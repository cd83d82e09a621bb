// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.s3;

import io.bunraku.storeconfig.spi.StoreException;
import io.bunraku.storeconfig.spi.StoreUnavailableException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** The SDK's client for the bucket: made at the first request, with a bounded number under way. */
final class Bucket implements AutoCloseable {
  /** A large value may take so many times as long as a server may be silent. */
  private static final int WHOLE_CALL = 6;

  private final S3Settings settings;
  private final Semaphore turns;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile @Nullable S3Client client;
  private volatile boolean closed;

  Bucket(S3Settings settings) {
    this.settings = settings;
    this.turns = new Semaphore(settings.connections());
  }

  /** Makes one request when it is its turn. What the SDK throws goes through. */
  <T> T call(Function<S3Client, T> request) {
    awaitTurn();
    try {
      return request.apply(client());
    } finally {
      turns.release();
    }
  }

  private void awaitTurn() {
    try {
      if (!turns.tryAcquire(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
        throw new StoreUnavailableException(
            "store s3: all " + settings.connections() + " connections are busy");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreUnavailableException("store s3: interrupted", e);
    }
  }

  private S3Client client() {
    S3Client made = client;
    if (made != null && !closed) {
      return made;
    }
    lock.lock();
    try {
      if (closed) {
        throw new StoreException("store s3: closed");
      }
      made = client == null ? connect() : client;
      client = made;
      return made;
    } finally {
      lock.unlock();
    }
  }

  /** Checksums beside Content-MD5 are off: many servers do not know them. */
  private S3Client connect() {
    Duration whole = settings.timeout().multipliedBy(WHOLE_CALL);
    S3ClientBuilder builder =
        S3Client.builder()
            .httpClient(http())
            .region(Region.of(settings.region()))
            .credentialsProvider(settings.credentials().provider())
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .serviceConfiguration(
                s3 -> s3.pathStyleAccessEnabled(settings.pathStyle()).chunkedEncodingEnabled(false))
            .overrideConfiguration(all ->
                all.retryStrategy(AwsRetryStrategy.doNotRetry())
                    .apiCallTimeout(whole)
                    .addExecutionInterceptor(new Wire()));
    if (settings.endpoint() != null) {
      builder.endpointOverride(settings.endpoint());
    }
    return builder.build();
  }

  private SdkHttpClient http() {
    UrlConnectionHttpClient.Builder builder =
        UrlConnectionHttpClient.builder()
            .connectionTimeout(settings.connectTimeout())
            .socketTimeout(settings.timeout());
    Path authorities = settings.caFile();
    if (authorities != null) {
      builder.tlsTrustManagersProvider(new TrustedAuthorities(authorities));
    }
    return builder.build();
  }

  /** Waits for what is under way, no longer than a server may be silent. */
  @Override
  public void close() {
    S3Client made = retire();
    if (made != null) {
      try {
        long patience = settings.timeout().toMillis();
        if (turns.tryAcquire(settings.connections(), patience, TimeUnit.MILLISECONDS)) {
          turns.release(settings.connections());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } finally {
        made.close();
      }
    }
  }

  private @Nullable S3Client retire() {
    lock.lock();
    try {
      closed = true;
      S3Client made = client;
      client = null;
      return made;
    } finally {
      lock.unlock();
    }
  }
}
