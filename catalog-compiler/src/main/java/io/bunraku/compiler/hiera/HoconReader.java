// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigIncludeContext;
import com.typesafe.config.ConfigIncluder;
import com.typesafe.config.ConfigIncluderClasspath;
import com.typesafe.config.ConfigIncluderFile;
import com.typesafe.config.ConfigIncluderURL;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigResolveOptions;
import com.typesafe.config.ConfigValue;
import io.bunraku.compiler.value.Undef;
import java.io.File;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads HOCON without a way out of the file: includes are empty and the process's environment is
 * not seen. Keys come in the order of the text.
 */
final class HoconReader {

  private HoconReader() {}

  /** Each way to include has an interface; the library's own reading stands behind what lacks. */
  private static final class NoIncludes
      implements ConfigIncluder, ConfigIncluderFile, ConfigIncluderURL, ConfigIncluderClasspath {
    @Override
    public ConfigIncluder withFallback(ConfigIncluder fallback) {
      return this;
    }

    @Override
    public ConfigObject include(ConfigIncludeContext context, String what) {
      return ConfigFactory.empty().root();
    }

    @Override
    public ConfigObject includeFile(ConfigIncludeContext context, File what) {
      return ConfigFactory.empty().root();
    }

    @Override
    public ConfigObject includeURL(ConfigIncludeContext context, URL what) {
      return ConfigFactory.empty().root();
    }

    @Override
    public ConfigObject includeResources(ConfigIncludeContext context, String what) {
      return ConfigFactory.empty().root();
    }
  }

  static Object read(String text) {
    ConfigParseOptions options =
        ConfigParseOptions.defaults().setIncluder(new NoIncludes()).setAllowMissing(false);
    Config config =
        ConfigFactory.parseString(text, options).resolve(ConfigResolveOptions.noSystem());
    return converted(config.root());
  }

  private static Object converted(ConfigValue value) {
    return switch (value) {
      case ConfigObject object -> {
        Map<Object, Object> map = new LinkedHashMap<>();
        object.entrySet().stream()
            .sorted(
                Comparator.comparingInt(
                        (Map.Entry<String, ConfigValue> e) -> e.getValue().origin().lineNumber())
                    .thenComparing(Map.Entry::getKey))
            .forEach(e -> map.put(e.getKey(), converted(e.getValue())));
        yield Collections.unmodifiableMap(map);
      }
      case ConfigList list -> {
        List<Object> elements = new ArrayList<>();
        list.forEach(element -> elements.add(converted(element)));
        yield Collections.unmodifiableList(elements);
      }
      default -> scalar(value.unwrapped());
    };
  }

  private static Object scalar(@org.jspecify.annotations.Nullable Object value) {
    return switch (value) {
      case null -> Undef.UNDEF;
      case Integer number -> number.longValue();
      default -> value;
    };
  }
}
