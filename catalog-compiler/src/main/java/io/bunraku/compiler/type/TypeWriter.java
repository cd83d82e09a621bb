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
      case ScalarFamily t -> appendScalar(t);
      case CollectionFamily t -> appendCollection(t);
      case WithContainedType t -> appendContaining(t);
      case VariantType t -> brackets("Variant", strings(t.types()));
      case TupleType t -> brackets("Tuple", tuple(t));
      case StructType t -> appendStruct(t);
      case CallableType t -> appendCallable(t);
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

  private void appendScalar(ScalarFamily type) {
    switch (type) {
      case ScalarType t -> out.append("Scalar");
      case SemVerRangeType t -> out.append("SemVerRange");
      case ScalarDataType t -> out.append("ScalarData");
      case NumericType t -> out.append("Numeric");
      case IntegerType t -> brackets("Integer", range(t));
      case FloatType t -> brackets("Float", floatRange(t));
      case StringType t -> brackets("String", range(t.size()));
      case BooleanType t ->
          brackets("Boolean", t.value() == null ? List.of() : List.of(t.value().toString()));
      case EnumType t -> brackets("Enum", enumeration(t));
      case PatternType t ->
          brackets("Pattern", t.patterns().stream().map(TypeWriter::regexp).toList());
      case RegexpType t -> brackets("Regexp", t.regexp() == null ? List.of() : List.of(regexp(t)));
      case SemVerType t ->
          brackets("SemVer", t.ranges().stream().map(range -> "'" + range + "'").toList());
      case TimespanType t -> brackets("Timespan", timeRange(t.from(), t.to()));
      case TimestampType t -> brackets("Timestamp", timeRange(t.from(), t.to()));
    }
  }

  private static String regexp(RegexpType type) {
    return type.effectiveRegexp().inspect();
  }

  private static List<String> enumeration(EnumType type) {
    List<String> parts = new ArrayList<>();
    type.values().forEach(value -> parts.add(PuppetQuote.quote(value)));
    if (type.caseInsensitive() && !parts.isEmpty()) {
      parts.add("true");
    }
    return parts;
  }

  private static List<String> range(@Nullable IntegerType range) {
    if (range == null || range.isUnbounded()) {
      return List.of();
    }
    String from = range.from() == null ? "default" : range.from().toString();
    return range.to() == null ? List.of(from) : List.of(from, range.to().toString());
  }

  private static List<String> floatRange(FloatType range) {
    if (range.isUnbounded()) {
      return List.of();
    }
    boolean open = range.from() == Double.NEGATIVE_INFINITY;
    String from = open ? "default" : RubyText.of(range.from());
    return range.to() == Double.POSITIVE_INFINITY
        ? List.of(from)
        : List.of(from, RubyText.of(range.to()));
  }

  private static List<String> timeRange(@Nullable Object from, @Nullable Object to) {
    if (from == null && to == null) {
      return List.of();
    }
    String lower = from == null ? "default" : "'" + from + "'";
    return to == null || to.equals(from) ? List.of(lower) : List.of(lower, "'" + to + "'");
  }

  private void appendCollection(CollectionFamily type) {
    switch (type) {
      case CollectionType t -> brackets("Collection", range(t.size()));
      case ArrayType t -> brackets("Array", array(t));
      case HashType t -> brackets("Hash", hash(t));
    }
  }

  private List<String> array(ArrayType type) {
    if (type.isEmptyOnly()) {
      return List.of("0", "0");
    }
    if (type.equals(ArrayType.DEFAULT)) {
      return List.of();
    }
    List<String> parts = new ArrayList<>(List.of(nested(type.elementType())));
    parts.addAll(range(type.size()));
    return parts;
  }

  private List<String> hash(HashType type) {
    if (type.isEmptyOnly()) {
      return List.of("0", "0");
    }
    if (type.equals(HashType.DEFAULT)) {
      return List.of();
    }
    List<String> parts = new ArrayList<>();
    parts.add(nested(type.keyType()));
    parts.add(nested(type.valueType()));
    parts.addAll(range(type.size()));
    return parts;
  }

  private List<String> tuple(TupleType type) {
    if (type.types().isEmpty()) {
      return List.of();
    }
    List<String> parts = strings(type.types());
    parts.addAll(range(type.size()));
    return parts;
  }

  private void appendContaining(WithContainedType type) {
    PuppetType inner = type.type();
    String name = type.simpleName();
    switch (type) {
      case InitType t -> {
        List<String> parts = new ArrayList<>();
        if (inner != null) {
          parts.add(nested(inner));
          t.arguments().forEach(argument -> parts.add(nested(argument)));
        }
        brackets(name, parts);
      }
      case OptionalType t -> brackets(name, literalOrType(inner));
      case NotUndefType t -> brackets(name, literalOrType(inner));
      case SensitiveType t ->
          brackets(name, inner instanceof AnyType ? List.of() : literalFree(inner));
      case TypeType t -> brackets(name, literalFree(inner));
      case IterableType t -> brackets(name, literalFree(inner));
      case IteratorType t -> brackets(name, literalFree(inner));
    }
  }

  private List<String> literalFree(@Nullable PuppetType inner) {
    return inner == null ? List.of() : List.of(nested(inner));
  }

  private List<String> literalOrType(@Nullable PuppetType inner) {
    String value = inner instanceof StringType string ? string.value() : null;
    return value == null ? literalFree(inner) : List.of(PuppetQuote.quote(value));
  }

  private void appendStruct(StructType type) {
    Map<Object, Object> pairs = new LinkedHashMap<>();
    for (StructElement element : type.elements()) {
      boolean undefIsFine = element.valueType().isAssignable(UndefType.UNDEF);
      PuppetType key = element.keyType();
      boolean asString = key instanceof OptionalType ? undefIsFine : !undefIsFine;
      Object shown =
          asString ? element.name() : key instanceof OptionalType ? key : new NotUndefType(key);
      pairs.put(shown, element.valueType());
    }
    brackets("Struct", pairs.isEmpty() ? List.of() : List.of(nested(pairs)));
  }

  private void appendCallable(CallableType type) {
    TupleType parameters = type.parameters();
    if (type.returns() == null) {
      brackets("Callable", parameters == null ? List.of() : callable(type, parameters));
      return;
    }
    String inner =
        parameters == null ? "[]" : "[" + String.join(", ", callable(type, parameters)) + "]";
    brackets("Callable", List.of(inner, nested(type.returns())));
  }

  private List<String> callable(CallableType type, TupleType parameters) {
    List<String> parts = new ArrayList<>();
    for (PuppetType parameter : parameters.types()) {
      if (!(parameter instanceof UnitType)) {
        parts.add(nested(parameter));
      }
    }
    if (parameters.types().isEmpty()) {
      parts.addAll(List.of("0", "0"));
    } else {
      parts.addAll(range(parameters.size()));
    }
    if (type.block() != null) {
      parts.add(nested(type.block()));
    }
    return parts;
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

  private void brackets(String name, List<String> parts) {
    out.append(name);
    if (!parts.isEmpty()) {
      out.append('[').append(String.join(", ", parts)).append(']');
    }
  }

  private List<String> strings(List<PuppetType> types) {
    List<String> parts = new ArrayList<>();
    types.forEach(type -> parts.add(nested(type)));
    return parts;
  }

  /** Writes a part with the state of this writer and takes it out again. */
  private String nested(Object value) {
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
