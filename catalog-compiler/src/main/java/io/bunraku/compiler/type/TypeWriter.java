// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import io.bunraku.compiler.ruby.RubyText;
import io.bunraku.compiler.value.Deferred;
import io.bunraku.compiler.value.PuppetIterator;
import io.bunraku.compiler.value.PuppetRegexp;
import io.bunraku.compiler.value.SemVer;
import io.bunraku.compiler.value.SemVerRange;
import io.bunraku.compiler.value.Timespan;
import io.bunraku.compiler.value.Timestamp;
import io.bunraku.compiler.value.Undef;
import io.bunraku.compiler.value.Uri;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes one type or value. Elements are joined by a comma and a blank. */
final class TypeWriter {

  private static final int INDENT_WIDTH = 2;
  private static final int LINE = 100;

  private final StringBuilder out = new StringBuilder();
  private boolean expanded;
  private int indent;
  private final @Nullable Guard guard;
  private final ScalarTypeWriter scalars = new ScalarTypeWriter(this);
  private final ContainerTypeWriter containers = new ContainerTypeWriter(this);
  private final NamedTypeWriter named = new NamedTypeWriter(this);

  /** An indent below zero keeps all on one line. */
  TypeWriter(boolean expanded, int indent) {
    this.expanded = expanded;
    this.indent = indent;
    this.guard = expanded ? new Guard() : null;
  }

  TypeWriter raw(String text) {
    out.append(text);
    return this;
  }

  boolean isExpanded() {
    return expanded;
  }

  void setExpanded(boolean wanted) {
    expanded = wanted;
  }

  @Nullable Guard guard() {
    return guard;
  }

  TypeWriter append(PuppetType type) {
    switch (type) {
      case ScalarFamily t -> scalars.append(t);
      case CollectionFamily t -> containers.collection(t);
      case WithContainedType t -> containers.containing(t);
      case VariantType t -> containers.variant(t);
      case TupleType t -> containers.tuple(t);
      case StructType t -> containers.struct(t);
      case CallableType t -> containers.callable(t);
      case CatalogEntryFamily t -> appendCatalogEntry(t);
      case TypeAliasType t -> named.alias(t);
      case ObjectType t -> named.object(t);
      case ObjectTypeExtension t -> brackets(named.extension(t), parameters(t));
      case TypeSetType t -> named.typeSet(t);
      case RuntimeType t -> appendRuntime(t);
      case TypeReferenceType t ->
          brackets("TypeReference", List.of(PuppetQuote.quote(t.typeString())));
      case UriType t ->
          brackets("URI", t.parameters() == null ? List.of() : List.of(nested(t.parameters())));
      case AnyType t -> out.append("Any");
      case UndefType t -> out.append("Undef");
      case DefaultType t -> out.append("Default");
      case UnitType t -> out.append("Unit");
      case BinaryType t -> out.append("Binary");
    }
    return this;
  }

  /** What was written. */
  String written() {
    return out.toString();
  }

  private void appendCatalogEntry(CatalogEntryFamily type) {
    switch (type) {
      case CatalogEntryType t -> out.append("CatalogEntry");
      case ClassType t ->
          brackets(
              "Class",
              t.className() == null
                  ? List.of()
                  : List.of(
                      t.passed()
                          ? TypeFormatter.capitalizeSegments(t.className())
                          : t.className()));
      case ResourceType t -> {
        if (t.typeName() == null) {
          out.append("Resource");
        } else {
          String title = t.title();
          brackets(
              TypeFormatter.capitalizeSegments(t.typeName()),
              title == null ? List.of() : List.of(t.passed() ? title : PuppetQuote.quote(title)));
        }
      }
    }
  }

  private void appendRuntime(RuntimeType type) {
    if (type.runtime() == null && type.nameOrPattern() == null) {
      out.append("Runtime");
      return;
    }
    String runtime = type.runtime() == null ? "undef" : type.runtime();
    Object name = type.nameOrPattern() == null ? Undef.UNDEF : type.nameOrPattern();
    brackets("Runtime", List.of(runtime, nested(name)));
  }

  private List<String> parameters(ObjectTypeExtension type) {
    Object parameters = type.initParameters();
    List<String> parts = new ArrayList<>();
    if (parameters instanceof List<?> list) {
      list.forEach(parameter -> parts.add(nested(parameter)));
    } else {
      parts.add(nested(parameters));
    }
    return parts;
  }

  /** Writes a name, and the parts in brackets if there are any. */
  void brackets(String name, List<String> parts) {
    out.append(name);
    if (!parts.isEmpty()) {
      out.append('[').append(String.join(", ", parts)).append(']');
    }
  }

  /** Writes a part with the state of this writer and takes it out again. */
  String nested(Object value) {
    int start = out.length();
    appendValue(value);
    String text = out.substring(start);
    out.setLength(start);
    return text;
  }

  TypeWriter appendValue(Object value) {
    switch (value) {
      case PuppetType type -> append(type);
      case String text -> out.append(PuppetQuote.quote(text));
      case Undef undef -> out.append("undef");
      case Double number -> out.append(RubyText.of(number));
      case List<?> list -> appendList(list);
      case Map<?, ?> map -> appendMap(map);
      case PuppetRegexp regexp -> out.append(regexp.inspect());
      case SemVer version -> quoted(version);
      case SemVerRange range -> quoted(range);
      case Timespan span -> quoted(span);
      case Timestamp stamp -> quoted(stamp);
      case Uri uri -> appendObject("URI", uri.toString());
      case PuppetObject object -> appendObject(object.puppetType().name(), object.initHash());
      case Deferred deferred -> appendObject("Deferred", deferredHash(deferred));
      case Number number -> out.append(number);
      case Boolean bool -> out.append(bool);
      case io.bunraku.compiler.value.Default word -> out.append("default");
      case PuppetIterator iterator -> appendInstance(value);
      default -> appendInstance(value);
    }
    return this;
  }

  private static Map<String, Object> deferredHash(Deferred deferred) {
    Map<String, Object> hash = new LinkedHashMap<>();
    hash.put("name", deferred.name());
    if (deferred.given() != null) {
      hash.put("arguments", deferred.arguments());
    }
    return hash;
  }

  private void appendInstance(Object value) {
    out.append("Instance of ");
    append(TypeInference.infer(value));
  }

  private void quoted(Object value) {
    out.append('\'').append(value).append('\'');
  }

  private void appendObject(String name, Object init) {
    out.append(name).append('(');
    appendValue(init);
    out.append(')');
  }

  private void appendList(List<?> list) {
    out.append('[');
    if (indent < 0 || isShort(list)) {
      String separator = "";
      for (Object element : list) {
        out.append(separator);
        appendValue(element);
        separator = ", ";
      }
    } else {
      indent++;
      String separator = "";
      for (Object element : list) {
        out.append(separator);
        newline();
        appendValue(element);
        separator = ", ";
      }
      indent--;
      newline();
    }
    out.append(']');
  }

  private void appendMap(Map<?, ?> map) {
    appendHash(map, this::appendValue, (key, value) -> appendValue(value));
  }

  /** Writes a hash whose keys and values are written by others. */
  <K> void appendHash(Map<? extends K, ?> map, Consumer<K> keys, BiConsumer<K, Object> values) {
    out.append('{');
    indent = indent < 0 ? indent : indent + 1;
    String separator = "";
    for (Map.Entry<? extends K, ?> entry : map.entrySet()) {
      out.append(separator);
      separator = ", ";
      newline();
      keys.accept(entry.getKey());
      out.append(" => ");
      values.accept(entry.getKey(), entry.getValue());
    }
    if (indent >= 0) {
      indent--;
      newline();
    }
    out.append('}');
  }

  private void newline() {
    if (indent >= 0) {
      while (!out.isEmpty() && Character.isWhitespace(out.charAt(out.length() - 1))) {
        out.setLength(out.length() - 1);
      }
      out.append('\n').append(" ".repeat(indent * INDENT_WIDTH));
    }
  }

  private boolean isShort(List<?> list) {
    long size = 0;
    for (Object element : list) {
      size +=
          switch (element) {
            case Boolean b -> b.toString().length();
            case Number n -> TypeFormatter.valueString(n).length();
            case Undef u -> 3;
            case io.bunraku.compiler.value.Default d -> 8;
            case String s -> 2 + StringType.length(s);
            case List<?> l -> l.isEmpty() ? 2 : 1000;
            case Map<?, ?> m -> m.isEmpty() ? 2 : 1000;
            default -> 1000;
          };
    }
    return list.isEmpty() || LINE - indent * INDENT_WIDTH > size;
  }
}
