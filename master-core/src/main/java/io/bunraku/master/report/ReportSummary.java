// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.bunraku.storeconfig.model.Bytes;
import io.bunraku.storeconfig.model.Certname;
import io.bunraku.storeconfig.model.Report;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What lists of reports show, read from a report's JSON without building its tree. */
public final class ReportSummary {

  private ReportSummary() {}

  /**
   * A report to keep.
   *
   * @param node who sent it
   * @param json the report
   * @param now milliseconds since 1970
   * @throws IOException when it is no JSON object
   */
  public static Report read(JsonFactory factory, Certname node, byte[] json, long now)
      throws IOException {
    Map<String, String> fields = new HashMap<>();
    try (JsonParser parser = factory.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("the report is no object");
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
          fields.put(name, parser.getText());
        }
        parser.skipChildren();
      }
    }
    Bytes bytes = Bytes.of(json);
    @Nullable String id = fields.get("transaction_uuid");
    return new Report(
        node,
        id == null || id.isBlank() || id.length() > 100 ? bytes.sha256() : id,
        now,
        fields.getOrDefault("status", "?"),
        fields.get("environment"),
        Boolean.parseBoolean(fields.get("noop")),
        bytes);
  }
}
