// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

import java.util.List;

/** The kinds of data function that a hierarchy level can name. */
enum FunctionKind {
  DATA_HASH("data_hash"),
  LOOKUP_KEY("lookup_key"),
  DATA_DIG("data_dig"),
  HIERA3_BACKEND("hiera3_backend"),
  V4_DATA_HASH("v4_data_hash"),
  V3_DATA_HASH("v3_data_hash"),
  V3_LOOKUP_KEY("v3_lookup_key");

  /** Those that {@code hiera.yaml} can name. */
  static final List<FunctionKind> CONFIGURABLE =
      List.of(DATA_HASH, LOOKUP_KEY, DATA_DIG, HIERA3_BACKEND);

  private final String key;

  FunctionKind(String key) {
    this.key = key;
  }

  /** The key in {@code hiera.yaml}. */
  String key() {
    return key;
  }
}
