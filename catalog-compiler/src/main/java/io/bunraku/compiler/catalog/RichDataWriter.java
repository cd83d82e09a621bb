// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.catalog;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.eval.Site;
import io.bunraku.compiler.type.PuppetObject;
import io.bunraku.compiler.type.PuppetType;
import io.bunraku.compiler.value.Binary;
import io.bunraku.compiler.value.Default;
import io.bunraku.compiler.value.Deferred;
import io.bunraku.compiler.value.PuppetRegexp;
import io.bunraku.compiler.value.SemVer;
import io.bunraku.compiler.value.SemVerRange;
import io.bunraku.compiler.value.Sensitive;
import io.bunraku.compiler.value.Timespan;
import io.bunraku.compiler.value.Timestamp;
import io.bunraku.compiler.value.Undef;
import io.bunraku.compiler.value.Uri;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Converts the value of one parameter ({@code to_data_converter.rb}). */
final class RichDataWriter {

  private final CatalogState state;
  private final @Nullable Site site;
  private final TypeData types = new TypeData(this);

  RichDataWriter(CatalogState state, @Nullable Site site) {
    this.state = state;
    this.site = site;
  }

  /** Where the resource stands. */
  @Nullable Site site() {
    return site;
  }

  Object toData(Object value) {
    return switch (value) {
      case String it -> it;
      case Boolean it -> it;
      case Number it -> it;
      case Undef it -> it;
      case List<?> it -> list(it);
      case Map<?, ?> it -> map(it);
      case Default it -> RichData.tagged("Default");
      case Sensitive it -> RichData.tagged("Sensitive", toData(it.value()));
      case Deferred it -> deferred(it);
      case PuppetType it -> type(it);
      case PuppetRegexp it -> RichData.tagged("Regexp", it.pattern());
      case Binary it -> RichData.tagged("Binary", it.toString());
      case SemVer it -> RichData.tagged("SemVer", it.toString());
      case SemVerRange it -> RichData.tagged("SemVerRange", it.toString());
      case Timespan it -> RichData.tagged("Timespan", it.toString());
      case Timestamp it -> RichData.tagged("Timestamp", it.toString());
      case Uri it -> RichData.tagged("URI", it.toString());
      case PuppetObject it -> object(it);
      default -> value.toString();
    };
  }

  private Object type(PuppetType type) {
    if (!RichData.isReference(type)) {
      return types.toData(type);
    }
    Reference reference = Reference.of(type);
    if (reference == null) {
      throw new EvaluationException(
          "Cannot split the type "
              + type
              + ", it represents neither a PClassType, nor a"
              + " PResourceType.");
    }
    return ReferenceText.of(reference, state);
  }

  private List<Object> list(List<?> list) {
    List<Object> data = new ArrayList<>(list.size());
    list.forEach(one -> data.add(toData(one)));
    return data;
  }

  Object map(Map<?, ?> map) {
    boolean plainKeys =
        map.keySet().stream()
            .allMatch(key ->
                (key instanceof String text && !text.equals(RichData.TYPE_KEY))
                    || RichData.isReference(key));
    if (!plainKeys) {
      List<Object> pairs = new ArrayList<>();
      map.forEach((key, value) -> {
        pairs.add(toData(key));
        pairs.add(toData(value));
      });
      return RichData.tagged("Hash", pairs);
    }
    Map<String, Object> data = new LinkedHashMap<>();
    map.forEach((key, value) -> data.put(toData(key).toString(), toData(value)));
    return data;
  }

  private Map<String, Object> deferred(Deferred value) {
    Map<String, Object> data = RichData.tagged("Deferred");
    data.put("name", value.name());
    if (value.given() != null) {
      data.put("arguments", list(value.arguments()));
    }
    return data;
  }

  private Map<String, Object> object(PuppetObject value) {
    Map<String, Object> data = RichData.tagged(value.puppetType().name());
    value.arguments().forEach((name, one) -> data.put(name, toData(one)));
    return data;
  }
}
