// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.couchdb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bunraku.storeconfig.model.Bytes;
import io.bunraku.storeconfig.spi.Value;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A value as a document: the attributes are a field, the bytes an attachment, so that a listing of
 * documents does not carry them. An empty value has no attachment.
 */
final class DocumentJson {
  private static final String ATTRIBUTES = "attributes";
  private static final String ATTACHMENTS = "_attachments";
  private static final String NAME = "value";

  private DocumentJson() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ObjectNode of(Value value) {
    ObjectNode document = object();
    ObjectNode attributes = document.putObject(ATTRIBUTES);
    value.attributes().forEach(attributes::put);
    // a revision is a hash of parent and content: this makes each write a revision of its own
    document.put("write", UUID.randomUUID().toString());
    if (value.bytes().size() > 0) {
      document
          .putObject(ATTACHMENTS)
          .putObject(NAME)
          .put("content_type", "application/octet-stream")
          .put("data", Base64.getEncoder().encodeToString(value.bytes().array()));
    }
    return document;
  }

  static String revision(JsonNode document) {
    return document.path("_rev").asText();
  }

  static Map<String, String> attributes(JsonNode document) {
    Map<String, String> attributes = new TreeMap<>();
    document.path(ATTRIBUTES).properties().forEach(e -> attributes.put(e.getKey(), text(e)));
    return attributes;
  }

  private static String text(Map.Entry<String, JsonNode> field) {
    return field.getValue().asText();
  }

  /** The value, or null if the document came without its attachment. */
  static @Nullable Value value(JsonNode document) {
    JsonNode attachment = document.path(ATTACHMENTS).path(NAME);
    if (!attachment.isMissingNode() && !attachment.has("data")) {
      return null;
    }
    byte[] bytes = Base64.getDecoder().decode(attachment.path("data").asText());
    return new Value(Bytes.of(bytes), attributes(document));
  }
}
