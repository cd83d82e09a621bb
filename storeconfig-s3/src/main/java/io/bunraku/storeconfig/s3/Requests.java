// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.s3;

import io.bunraku.storeconfig.spi.StoreUnavailableException;
import io.bunraku.storeconfig.spi.Stored;
import io.bunraku.storeconfig.spi.Token;
import io.bunraku.storeconfig.spi.WriteOutcome;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Error;

/** The six requests that this backend makes, each with what its failures mean. */
final class Requests {
  private final String name;
  private final Bucket bucket;
  private final Failures failures;

  Requests(S3Settings settings, Bucket bucket) {
    this.name = settings.bucket();
    this.bucket = bucket;
    this.failures = new Failures(settings);
  }

  /** Also shows tombstones: no value, but the token that the next write needs. */
  Stored get(String object) {
    ResponseBytes<GetObjectResponse> found =
        reading(s3 -> s3.getObjectAsBytes(r -> r.bucket(name).key(object)));
    if (found == null) {
      return Stored.ABSENT;
    }
    byte[] content = found.asByteArrayUnsafe();
    Long length = found.response().contentLength();
    if (length != null && length != content.length) {
      throw new StoreUnavailableException("store s3: the answer for " + object + " was cut off");
    }
    Token token = StoredObject.token(found.response().eTag());
    return StoredObject.isTombstone(content.length)
        ? new Stored(List.of(), token)
        : new Stored(
            List.of(StoredObject.value(object, content, found.response().metadata())), token);
  }

  /** Those that stand now, which may be newer than the listing; none if the object is gone. */
  Map<String, String> attributes(String object) {
    var head = reading(s3 -> s3.headObject(r -> r.bucket(name).key(object)));
    return head == null ? Map.of() : StoredObject.attributes(head.metadata());
  }

  ListObjectsV2Response list(String prefix, @Nullable String continuation) {
    ListObjectsV2Response page =
        reading(s3 ->
            s3.listObjectsV2(r -> r.bucket(name).prefix(prefix).continuationToken(continuation)));
    if (page == null) {
      throw new StoreUnavailableException("store s3: the listing went away");
    }
    return page;
  }

  private <T> @Nullable T reading(Function<S3Client, T> request) {
    try {
      return bucket.call(request);
    } catch (SdkException e) {
      if (Failures.isNoSuchKey(e)) {
        return null;
      }
      throw failures.of(e);
    }
  }

  WriteOutcome put(String object, byte[] content, Map<String, String> metadata, Token seen) {
    return writing((s3, sent) -> {
      PutObjectRequest.Builder request =
          PutObjectRequest.builder()
              .bucket(name)
              .key(object)
              .metadata(metadata)
              .contentMD5(md5(content))
              .overrideConfiguration(o -> o.putExecutionAttribute(Wire.SENT, sent));
      if (seen.isAbsent()) {
        request.ifNoneMatch("*");
      } else {
        request.ifMatch(StoredObject.etag(seen));
      }
      return StoredObject.token(
          s3.putObject(request.build(), RequestBody.fromBytes(content)).eTag());
    });
  }

  /** Without a token whatever stands is deleted. */
  WriteOutcome delete(String object, Token seen) {
    return writing((s3, sent) -> {
      DeleteObjectRequest.Builder request =
          DeleteObjectRequest.builder()
              .bucket(name)
              .key(object)
              .overrideConfiguration(o -> o.putExecutionAttribute(Wire.SENT, sent));
      if (!seen.isAbsent()) {
        request.ifMatch(StoredObject.etag(seen));
      }
      s3.deleteObject(request.build());
      return Token.ABSENT;
    });
  }

  /**
   * Deletes whatever stands; what is gone already does no harm. A server that does not know how to
   * delete many at once is asked for each.
   */
  void deleteAll(List<String> objects) {
    if (objects.isEmpty()) {
      return;
    }
    try {
      List<S3Error> errors = bucket.call(s3 -> deleteAtOnce(s3, objects)).errors();
      if (!errors.isEmpty()) {
        S3Error e = errors.get(0);
        throw failures.refused(e.key() + " is not deleted: " + e.code() + " " + e.message());
      }
    } catch (AwsServiceException e) {
      if (e.statusCode() != 405 && e.statusCode() != 501) {
        throw failures.of(e);
      }
      Parallel.map(objects, object -> delete(object, Token.ABSENT));
    } catch (SdkException e) {
      throw failures.of(e);
    }
  }

  private DeleteObjectsResponse deleteAtOnce(S3Client s3, List<String> objects) {
    List<ObjectIdentifier> identifiers =
        objects.stream().map(o -> ObjectIdentifier.builder().key(o).build()).toList();
    return s3.deleteObjects(r -> r.bucket(name).delete(d -> d.quiet(true).objects(identifiers)));
  }

  private interface Write {
    Token apply(S3Client s3, AtomicBoolean sent);
  }

  private WriteOutcome writing(Write write) {
    AtomicBoolean sent = new AtomicBoolean();
    try {
      return new WriteOutcome.Written(bucket.call(s3 -> write.apply(s3, sent)));
    } catch (SdkException e) {
      return failures.ofWrite(e, sent.get());
    }
  }

  /** Every server checks this one. */
  static String md5(byte[] content) {
    try {
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("MD5").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
