// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

import java.util.List;

/** What configurations must look like, in the type language: users see these types in messages. */
final class ConfigTypes {

  private static final String OPTIONS =
      "Optional[options]=>Hash[Pattern[/\\A[A-Za-z](:?[0-9A-Za-z_-]*[0-9A-Za-z])?\\z/],Data]";

  private static final String HIERARCHY =
      "Array[Struct[{name=>String[1],"
          + OPTIONS
          + ",Optional[data_hash]=>String[1],Optional[lookup_key]=>String[1],"
          + "Optional[hiera3_backend]=>String[1],Optional[v4_data_hash]=>String[1],"
          + "Optional[data_dig]=>String[1],Optional[path]=>String[1],"
          + "Optional[paths]=>Array[String[1],1],Optional[glob]=>String[1],"
          + "Optional[globs]=>Array[String[1],1],Optional[uri]=>String[1],"
          + "Optional[uris]=>Array[String[1],1],Optional[mapped_paths]=>Array[String[1],3,3],"
          + "Optional[datadir]=>String[1]}]]";

  /** Version 5. */
  static final String VERSION_5 =
      "Struct[{version=>Integer[5,5],Optional[defaults]=>Struct[{Optional[data_hash]=>String[1],"
          + "Optional[lookup_key]=>String[1],Optional[data_dig]=>String[1],"
          + "Optional[datadir]=>String[1],"
          + OPTIONS
          + "}],Optional[hierarchy]=>"
          + HIERARCHY
          + ",Optional[plan_hierarchy]=>"
          + HIERARCHY
          + ",Optional[default_hierarchy]=>"
          + HIERARCHY
          + "}]";

  /** Version 4. */
  static final String VERSION_4 =
      "Struct[{version=>Integer[4,4],Optional[datadir]=>String[1],"
          + "Optional[hierarchy]=>Array[Struct[{backend=>String[1],name=>String[1],"
          + "Optional[datadir]=>String[1],Optional[path]=>String[1],"
          + "Optional[paths]=>Array[String[1]]}]]}]";

  private ConfigTypes() {}

  /** Version 3 with these backends. */
  static String version3(List<String> backends) {
    StringBuilder type =
        new StringBuilder(
            "Struct[{Optional[version]=>Integer[3,3],"
                + "Optional[backends]=>Variant[String[1],Array[String[1]]],"
                + "Optional[logger]=>String[1],Optional[merge_behavior]=>Enum[deep,deeper,native],"
                + "Optional[deep_merge_options]=>Hash[String[1],Variant[String,Boolean]],"
                + "Optional[hierarchy]=>Variant[String[1],Array[String[1]]]");
    for (String backend : backends) {
      type.append(",Optional['").append(backend).append("']=>Hash[String[1],Any]");
    }
    return type.append("}]").toString();
  }
}
