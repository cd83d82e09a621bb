// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.s3;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Notes whether a request got as far as the network, and mends two habits: the SDK asks leave
 * before each body, which costs a round trip; the JDK's client sends a request again whose answer
 * did not come, unless its body is streamed, which a body of known length is: so a deletion gets
 * one, of no bytes.
 */
final class Wire implements ExecutionInterceptor {
  /** Set in a request that wants to know whether it was sent. */
  static final ExecutionAttribute<AtomicBoolean> SENT = new ExecutionAttribute<>("BunrakuSent");

  @Override
  public Optional<RequestBody> modifyHttpContent(
      Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
    return context.httpRequest().method() == SdkHttpMethod.DELETE
        ? Optional.of(RequestBody.empty())
        : context.requestBody();
  }

  @Override
  public SdkHttpRequest modifyHttpRequest(
      Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
    SdkHttpRequest.Builder request = context.httpRequest().toBuilder().removeHeader("Expect");
    if (request.method() == SdkHttpMethod.DELETE) {
      request.putHeader("Content-Length", "0");
    }
    if (request.method() == SdkHttpMethod.POST && context.requestBody().isPresent()) {
      request.putHeader("Content-MD5", md5(context.requestBody().get()));
    }
    return request.build();
  }

  /** Deletions of many objects need it, and most servers know no newer checksum. */
  private static String md5(RequestBody body) {
    try (InputStream content = body.contentStreamProvider().newStream()) {
      return Requests.md5(content.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e); // it is in memory
    }
  }

  @Override
  public void beforeTransmission(
      Context.BeforeTransmission context, ExecutionAttributes attributes) {
    AtomicBoolean sent = attributes.getAttribute(SENT);
    if (sent != null) {
      sent.set(true);
    }
  }
}
