// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.ruby.RubySprintf;
import io.bunraku.compiler.value.Binary;
import io.bunraku.compiler.value.PuppetIterator;
import io.bunraku.compiler.value.PuppetRegexp;
import io.bunraku.compiler.value.Undef;
import io.bunraku.compiler.value.Uri;
import java.util.List;
import java.util.Map;

/** Formats one value and what it contains by a map from types to formats. */
final class ValueFormatter {

  private final Map<PuppetType, StringFormat> formats;

  ValueFormatter(Map<PuppetType, StringFormat> formats) {
    this.formats = formats;
  }

  private static StringFormat formatFor(PuppetType type, Map<PuppetType, StringFormat> candidates) {
    for (Map.Entry<PuppetType, StringFormat> entry : candidates.entrySet()) {
      if (entry.getKey().isAssignable(type)) {
        return entry.getValue();
      }
    }
    return StringFormat.parse("%s");
  }

  String format(PuppetType type, Object value, Indentation indentation) {
    return format(type, value, formats, indentation);
  }

  /** As above; containers keep the formats of the whole, all else has that of the container. */
  String format(
      PuppetType type,
      Object value,
      Map<PuppetType, StringFormat> candidates,
      Indentation indentation) {
    StringFormat format = formatFor(type, candidates);
    return switch (value) {
      case String text -> TextFormats.string(format, text);
      case Long number -> TextFormats.integer(format, number);
      case Double number -> TextFormats.floating(format, number);
      case Boolean bool -> TextFormats.bool(format, bool);
      case Undef undef -> TextFormats.undef(format);
      case io.bunraku.compiler.value.Default word -> TextFormats.defaultWord(format);
      case List<?> list -> new ContainerFormatter(this, format).list(list, indentation);
      case Map<?, ?> map -> map(format, map, indentation);
      case PuppetRegexp regexp -> TextFormats.regexp(format, regexp);
      case PuppetType puppetType -> TextFormats.type(format, puppetType);
      case Binary binary -> TextFormats.binary(format, binary);
      case Uri uri -> TextFormats.uri(format, uri, indentation);
      case PuppetIterator iterator -> {
        List<Object> list = iterator.toList();
        yield format(TypeInference.inferSet(list), list, candidates, indentation);
      }
      default -> other(format, type, value, candidates, indentation);
    };
  }

  private String map(StringFormat format, Map<?, ?> map, Indentation indentation) {
    if (format.letter() != 'a') {
      return new ContainerFormatter(this, format).map(map, indentation);
    }
    List<Object> entries = CollectionConversion.elements(map);
    if (entries == null) {
      throw new EvaluationException("no entries");
    }
    return format(TypeInference.inferSet(entries), entries, indentation);
  }

  /** A type with parameters has the format of its type without them. */
  private static String other(
      StringFormat format,
      PuppetType type,
      Object value,
      Map<PuppetType, StringFormat> candidates,
      Indentation indentation) {
    if (type instanceof ObjectTypeExtension extension) {
      return TextFormats.object(formatFor(extension.baseType(), candidates), value, indentation);
    }
    if (type instanceof ObjectType) {
      return TextFormats.object(format, value, indentation);
    }
    return RubySprintf.format(format.text(), List.of(value), TextFormats.VIEW);
  }

  /** The text of an element of a container. */
  String element(Object value, StringFormat container, Indentation indentation) {
    PuppetType type = TypeInference.inferSet(value);
    boolean nested =
        switch (type) {
          case ArrayType t -> true;
          case HashType t -> true;
          case StructType t -> true;
          case TupleType t -> true;
          case ObjectType t -> true;
          default -> false;
        };
    Map<PuppetType, StringFormat> elements =
        container.elements() == null ? StringConverter.DEFAULT_ELEMENTS : container.elements();
    return format(type, value, nested ? formats : elements, indentation);
  }
}
