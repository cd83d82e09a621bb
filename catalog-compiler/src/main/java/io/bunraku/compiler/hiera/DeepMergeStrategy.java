// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

import io.bunraku.compiler.type.PuppetType;
import io.bunraku.compiler.type.TypeParser;
import io.bunraku.compiler.value.Undef;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hashes and arrays are merged at all levels, as the gem {@code deep_merge} does. */
final class DeepMergeStrategy extends MergeStrategy {

  private static final DeepMergeStrategy PLAIN =
      new DeepMergeStrategy(new DeepMerge(null, false, false, false, false), false, Map.of());
  private static final PuppetType OPTIONS =
      TypeParser.parseBuiltin(
          "Struct[{strategy=>Optional[Pattern[deep]],knockout_prefix=>Optional[String],"
              + "merge_debug=>Optional[Boolean],merge_hash_arrays=>Optional[Boolean],"
              + "sort_merged_arrays=>Optional[Boolean],}]");

  private final DeepMerge merge;
  private final boolean reverse;
  private final Map<?, ?> options;

  private DeepMergeStrategy(DeepMerge merge, boolean reverse, Map<?, ?> options) {
    this.merge = merge;
    this.reverse = reverse;
    this.options = options;
  }

  static DeepMergeStrategy checked(Map<?, ?> options) {
    if (options.isEmpty()) {
      return PLAIN;
    }
    LookupTypes.assertInstance("The merge options", OPTIONS, options);
    return unconstrained(options, false);
  }

  static DeepMergeStrategy unconstrained(Map<?, ?> options, boolean reverse) {
    DeepMerge merge =
        new DeepMerge(
            text(options.get("knockout_prefix")),
            isSet(options.get("merge_hash_arrays")),
            isSet(options.get("sort_merged_arrays")),
            isSet(options.get("overwrite_arrays")),
            isSet(options.get("extend_existing_arrays")));
    return new DeepMergeStrategy(merge, reverse, options);
  }

  private static boolean isSet(@Nullable Object option) {
    return option != null && option != Undef.UNDEF && !option.equals(false);
  }

  private static @Nullable String text(@Nullable Object option) {
    return option instanceof String string ? string : null;
  }

  @Override
  @Nullable Map<?, ?> shownOptions() {
    Map<Object, Object> shown = new LinkedHashMap<>(options);
    shown.remove("strategy");
    return shown.isEmpty() ? null : shown;
  }

  @Override
  String key() {
    return "deep";
  }

  @Override
  Object merge(Object first, Object second) {
    if ("".equals(options.get("knockout_prefix"))) {
      throw new RubyArgumentError("knockout_prefix cannot be an empty string in deep_merge!");
    }
    return reverse ? merge.merge(second, first) : merge.merge(first, second);
  }
}
