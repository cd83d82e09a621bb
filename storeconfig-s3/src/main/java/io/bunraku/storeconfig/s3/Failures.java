// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.s3;

import io.bunraku.storeconfig.spi.StoreException;
import io.bunraku.storeconfig.spi.StoreUnavailableException;
import io.bunraku.storeconfig.spi.WriteOutcome;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/** What the SDK's exceptions mean: for the outcome of a write, and for the operator. */
final class Failures {
  private static final int LONGEST = 300;
  private static final String NO_CREDENTIALS =
      "there are no credentials: set 'access-key' and 'secret-key-file', or 'profile', or what the"
          + " default chain of AWS looks for";
  private final String where;

  Failures(S3Settings settings) {
    this.where = "store s3: " + settings.where() + ": ";
  }

  static boolean isNoSuchKey(SdkException e) {
    return e instanceof AwsServiceException s && s.statusCode() == 404 && !isNoBucket(s);
  }

  private static boolean isNoBucket(AwsServiceException e) {
    return code(e).equals("NoSuchBucket");
  }

  /**
   * How a conditional request ended that failed.
   *
   * @param sent whether it got as far as the network
   * @throws StoreException if certainly nothing was written
   */
  WriteOutcome ofWrite(SdkException e, boolean sent) {
    if (e instanceof AwsServiceException s) {
      int status = s.statusCode();
      if (status == 412 || status == 409 || isNoSuchKey(e)) {
        return new WriteOutcome.Conflict();
      }
      return status >= 500 && !isRefusal(status) ? unknown(e) : refuse(of(e));
    }
    return sent && !isBeforeTheRequest(cause(e)) ? unknown(e) : refuse(of(e));
  }

  private static WriteOutcome refuse(StoreException e) {
    throw e;
  }

  private static WriteOutcome unknown(SdkException e) {
    return new WriteOutcome.Unknown(line(e));
  }

  /** Not implemented; no room. */
  private static boolean isRefusal(int status) {
    return status == 501 || status == 507;
  }

  /** The JDK has no type of its own for a connection that is not made in time. */
  private static boolean isBeforeTheRequest(@Nullable Throwable cause) {
    return cause instanceof ConnectException
        || cause instanceof UnknownHostException
        || cause instanceof NoRouteToHostException
        || cause instanceof SSLHandshakeException
        || (cause instanceof SocketTimeoutException
            && String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT).contains("connect"));
  }

  /** The failure of a request, for who reads. */
  StoreException of(SdkException e) {
    if (e instanceof AwsServiceException s) {
      return ofService(s);
    }
    Throwable cause = cause(e);
    if (cause instanceof SSLHandshakeException) {
      return new StoreException(where + "the TLS handshake failed, see 'ca-file': " + line(e), e);
    }
    if (cause instanceof UnknownHostException) {
      return away("there is no such host: " + line(e), e);
    }
    if (cause instanceof IOException
        || e instanceof ApiCallTimeoutException
        || e instanceof AbortedException) {
      return away("no answer: " + line(e), e);
    }
    boolean anonymous = line(e).startsWith("Unable to load credentials");
    return new StoreException(where + (anonymous ? NO_CREDENTIALS : line(e)), e);
  }

  /** What the store refused, in its words. */
  StoreException refused(String what) {
    return new StoreException(where + what);
  }

  private StoreException ofService(AwsServiceException e) {
    int status = e.statusCode();
    String what = code(e) + ": " + line(e);
    if ((status >= 500 && !isRefusal(status))
        || status == 429
        || code(e).equals("RequestTimeout")) {
      return away("it fails now, " + what, e);
    }
    return new StoreException(where + advice(status, code(e)) + " (" + what + ")", e);
  }

  private static String advice(int status, String code) {
    return switch (code) {
      case "NoSuchBucket" -> "there is no such bucket";
      case "RequestTimeTooSkewed" -> "the clock of this machine or of the store is wrong";
      case "SignatureDoesNotMatch" -> "the secret key is wrong";
      case "InvalidAccessKeyId" -> "the access key is unknown";
      case "ExpiredToken", "TokenRefreshRequired" -> "the credentials have expired";
      case "PermanentRedirect", "AuthorizationHeaderMalformed", "IllegalLocationConstraint" ->
          "the bucket is in another 'region'";
      default ->
          switch (status) {
            case 301, 307 -> "the bucket is in another 'region'";
            case 401, 403 -> "access is denied, see the policy that the credentials need";
            case 507 -> "the store is full";
            default -> "the request is refused";
          };
    };
  }

  private StoreUnavailableException away(String what, SdkException e) {
    return new StoreUnavailableException(where + what, e);
  }

  private static String code(AwsServiceException e) {
    AwsErrorDetails details = e.awsErrorDetails();
    String code = details == null ? null : details.errorCode();
    return code == null ? "status " + e.statusCode() : code;
  }

  /** The innermost that is an I/O error, or null. */
  private static @Nullable Throwable cause(Throwable e) {
    Throwable found = null;
    for (Throwable c = e; c != null; c = c.getCause()) {
      if (c instanceof IOException) {
        found = c;
      }
    }
    return found;
  }

  private static String line(SdkException e) {
    Throwable cause = cause(e);
    String message = cause == null ? ofDetails(e) : cause.toString();
    String first = message.lines().findFirst().orElse("no message");
    return first.length() > LONGEST ? first.substring(0, LONGEST) + "..." : first;
  }

  private static String ofDetails(SdkException e) {
    boolean told = e instanceof AwsServiceException s && s.awsErrorDetails() != null;
    String message = told ? ((AwsServiceException) e).awsErrorDetails().errorMessage() : null;
    return message == null ? String.valueOf(e.getMessage()) : message;
  }
}
