// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AcceptTest {

  private static final String AGENT =
      "application/vnd.puppet.rich+json, application/json, application/vnd.puppet.rich+msgpack,"
          + " application/x-msgpack, text/pson";

  @Test
  void theClientsOrderDecides() throws HttpError {
    assertThat(Accept.choose(AGENT, Format.CATALOG)).isEqualTo(Format.RICH_JSON);
    assertThat(Accept.choose(AGENT, Format.DATA)).isEqualTo(Format.JSON);
    assertThat(Accept.choose("application/x-msgpack, application/json", Format.DATA))
        .isEqualTo(Format.MSGPACK);
    assertThat(Accept.choose("*/*", Format.CATALOG)).isEqualTo(Format.RICH_JSON);
  }

  @Test
  void aQualityThatIsGivenCounts() throws HttpError {
    assertThat(Accept.choose("application/json;q=0.2, application/x-msgpack", Format.DATA))
        .isEqualTo(Format.MSGPACK);
    assertThat(Accept.choose("application/x-msgpack;q=0, application/json", Format.DATA))
        .isEqualTo(Format.JSON);
  }

  @Test
  void nothingAcceptableIs406AndNoHeaderIs400() {
    assertThatThrownBy(() -> Accept.choose("text/html", Format.DATA))
        .hasMessage("Not Acceptable: No supported formats are acceptable (Accept: text/html)")
        .extracting(e -> ((HttpError) e).status())
        .isEqualTo(406);
    assertThatThrownBy(() -> Accept.choose(null, Format.DATA))
        .hasMessage("Bad Request: Missing required Accept header")
        .extracting(e -> ((HttpError) e).status())
        .isEqualTo(400);
  }
}
