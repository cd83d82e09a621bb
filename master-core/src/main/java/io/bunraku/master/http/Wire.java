// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.msgpack.jackson.dataformat.MessagePackFactory;

/** Reads and writes documents as JSON and MessagePack. Nothing deeper than Ruby's own limit. */
final class Wire {

  /** How deep arrays and objects may nest: the limit of Ruby's JSON, which agents obey. */
  static final int MAX_DEPTH = 100;

  private static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder()
          .maxNestingDepth(MAX_DEPTH)
          .maxStringLength(64 * 1024 * 1024)
          .maxNumberLength(1000)
          .build();

  private final ObjectMapper json;
  private volatile @Nullable ObjectMapper msgpack;

  Wire() {
    json = mapper(JsonFactory.builder().streamReadConstraints(LIMITS).build());
  }

  private static ObjectMapper mapper(JsonFactory factory) {
    return new ObjectMapper(factory)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.USE_LONG_FOR_INTS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
  }

  /** Made when first needed: agents ask for JSON. */
  private ObjectMapper msgpack() {
    ObjectMapper mapper = msgpack;
    if (mapper == null) {
      MessagePackFactory factory = new MessagePackFactory();
      factory.setStreamReadConstraints(LIMITS);
      mapper = mapper(factory);
      msgpack = mapper;
    }
    return mapper;
  }

  /** Reads and writes JSON. */
  ObjectMapper json() {
    return json;
  }

  /** Writes something that writes itself. */
  interface Writer {
    void writeTo(JsonGenerator generator) throws IOException;
  }

  byte[] write(Format format, Writer writer, int sizeHint) throws IOException {
    var out = new java.io.ByteArrayOutputStream(sizeHint);
    ObjectMapper mapper = format.isMsgpack() ? msgpack() : json;
    try (JsonGenerator generator = mapper.getFactory().createGenerator(out)) {
      writer.writeTo(generator);
    }
    return out.toByteArray();
  }

  Answer answer(Format format, Object document) throws IOException {
    ObjectMapper mapper = format.isMsgpack() ? msgpack() : json;
    return Answer.bytes(200, format.contentType(), mapper.writeValueAsBytes(document));
  }

  /**
   * Reads a document.
   *
   * @param type a media type: JSON, PSON or MessagePack
   * @throws HttpError 400 when it does not parse, 415 for other types
   */
  <T> T read(@Nullable String type, byte[] bytes, Class<T> as) throws HttpError, IOException {
    ObjectMapper mapper = mapperFor(type);
    try {
      T value = mapper.readValue(bytes, as);
      if (value == null) {
        throw HttpError.badRequest("The request body is invalid: it is null");
      }
      return value;
    } catch (MismatchedInputException e) {
      throw HttpError.badRequest("The request body is invalid: it is no object");
    } catch (JsonProcessingException e) {
      throw HttpError.badRequest("The request body is invalid: " + brief(e));
    }
  }

  private ObjectMapper mapperFor(@Nullable String type) throws HttpError {
    if (type == null) {
      throw HttpError.badRequest(
          "No Content-Type header was received, it isn't possible to unserialize the request",
          IssueKind.MISSING_HEADER_FIELD);
    }
    return switch (type) {
      case "application/json", "text/pson", "application/pson", "text/x-pson" -> json;
      case "application/x-msgpack", "application/msgpack" -> msgpack();
      default ->
          throw HttpError.unsupportedMediaType(
              "Client sent a mime-type ("
                  + type
                  + ") that doesn't correspond to a format we support");
    };
  }

  /** The parser's own words in one line, without a copy of the source. */
  static String brief(JsonProcessingException e) {
    String message = e.getOriginalMessage();
    int newline = message.indexOf('\n');
    return newline < 0 ? message : message.substring(0, newline);
  }
}
