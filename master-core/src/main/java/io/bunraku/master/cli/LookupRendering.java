// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bunraku.compiler.hiera.yaml.RubySymbol;
import io.bunraku.compiler.ruby.RubyText;
import io.bunraku.compiler.value.Undef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** How a value that was looked up is printed. */
enum LookupRendering {
  s,
  json,
  yaml;

  /** As Puppet prints it, without the last line's end. */
  String of(Object value) {
    return switch (this) {
      case s -> value instanceof String text ? text : inspect(value);
      case json -> json(value);
      case yaml -> yaml(value);
    };
  }

  private static String inspect(Object value) {
    return switch (value) {
      case Undef undef -> "";
      case List<?> list -> RubyText.inspect(list, LookupRendering::inspectInner);
      case Map<?, ?> map -> RubyText.inspect(map, LookupRendering::inspectInner);
      case Double number -> RubyText.of(number);
      default -> value.toString();
    };
  }

  private static String inspectInner(Object value) {
    return switch (value) {
      case String text -> RubyText.inspect(text);
      case Undef undef -> "nil";
      default -> inspect(value);
    };
  }

  private static String json(Object value) {
    try {
      return new ObjectMapper().writeValueAsString(plain(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String yaml(Object value) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setExplicitStart(true);
    options.setSplitLines(true);
    options.setWidth(80);
    AtomicInteger anchors = new AtomicInteger();
    options.setAnchorGenerator(node -> String.valueOf(anchors.incrementAndGet()));
    return new Yaml(new PsychRepresenter(options), options).dump(value);
  }

  private static @Nullable Object plain(Object value) {
    return switch (value) {
      case Undef undef -> null;
      case RubySymbol symbol -> symbol.name();
      case String text -> text;
      case Boolean bool -> bool;
      case Number number -> number;
      case List<?> list -> {
        List<@Nullable Object> result = new ArrayList<>();
        list.forEach(one -> result.add(plain(one)));
        yield result;
      }
      case Map<?, ?> map -> {
        Map<@Nullable Object, @Nullable Object> result = new LinkedHashMap<>();
        map.forEach((key, one) -> result.put(plain(key), plain(one)));
        yield result;
      }
      default -> value.toString();
    };
  }
}
