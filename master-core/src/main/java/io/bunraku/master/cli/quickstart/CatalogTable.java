// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.cli.quickstart;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A catalog as a table that fits a terminal. */
final class CatalogTable {

  private static final int WIDEST_RESOURCE = 48;
  private static final int WIDEST_PARAMETERS = 70;

  private CatalogTable() {}

  /** The resources with their parameters, one a line. */
  static String of(JsonNode catalog) {
    List<String[]> rows = new ArrayList<>();
    for (JsonNode resource : catalog.path("resources")) {
      rows.add(new String[] {reference(resource), parameters(resource.path("parameters"))});
    }
    int width = rows.stream().mapToInt(row -> row[0].length()).max().orElse(0);
    StringBuilder table = new StringBuilder();
    for (String[] row : rows) {
      table
          .append("  ")
          .append(row[0])
          .append(" ".repeat(width - row[0].length() + 2))
          .append(row[1])
          .append('\n');
    }
    return table.toString();
  }

  private static String reference(JsonNode resource) {
    return cut(
        resource.path("type").asText() + "[" + resource.path("title").asText() + "]",
        WIDEST_RESOURCE);
  }

  private static String parameters(JsonNode parameters) {
    List<String> shown = new ArrayList<>();
    parameters.properties().forEach(entry -> shown.add(entry.getKey() + " => " + entry.getValue()));
    return cut(String.join(", ", shown), WIDEST_PARAMETERS);
  }

  private static String cut(String text, int width) {
    return text.length() <= width ? text : text.substring(0, width - 3) + "...";
  }
}
