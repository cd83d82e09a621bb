// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.value.Default;
import io.bunraku.compiler.value.Undef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The operator {@code []} on types ({@code access_operator.rb}). The parameters of resources,
 * {@code File['/x']['mode']}, are the evaluator's: it asks {@link #readsParameters} first.
 */
public final class TypeAccess {

  private final PuppetType type;
  private final List<Object> written;
  private final List<Object> keys;
  private final AccessErrors errors;

  private TypeAccess(PuppetType type, List<Object> written, AccessSites sites) {
    this.type = type;
    this.written = written;
    this.keys = new ArrayList<>();
    flatten(written, keys);
    this.errors = new AccessErrors(type, sites);
  }

  /** Whether the operator reads parameters of a resource or class instead of making a type. */
  public static boolean readsParameters(PuppetType type) {
    return (type instanceof ResourceType resource && resource.title() != null)
        || (type instanceof ClassType c && c.className() != null);
  }

  /** As {@link #access(PuppetType, List, AccessSites)}; errors carry no position. */
  public static Object access(PuppetType type, List<Object> keys) {
    return access(type, keys, AccessSites.UNKNOWN);
  }

  /**
   * Makes a narrower type.
   *
   * @param type what stands before the bracket
   * @param keys the values in the bracket
   * @param sites where they stand
   * @return a type; a list of types for several resources or classes
   * @throws EvaluationException with Puppet's message, issue code and the blamed position
   */
  public static Object access(PuppetType type, List<Object> keys, AccessSites sites) {
    return new TypeAccess(type, keys, sites).access();
  }

  static void flatten(List<?> from, List<Object> into) {
    for (Object value : from) {
      if (value instanceof List<?> list) {
        flatten(list, into);
      } else {
        into.add(value);
      }
    }
  }

  private Object access() {
    return switch (type) {
      case RegexpType t -> regexp();
      case BooleanType t -> new BooleanType((Boolean) expectOne("TrueClass", "FalseClass"));
      case EnumType t -> enumeration();
      case PatternType t -> pattern();
      case StringType t -> string();
      case IntegerType t -> integer();
      case FloatType t -> floating();
      case SemVerType t -> semVer();
      case TimespanType t -> TypeFactory.timespan(atMostTwo());
      case TimestampType t -> TypeFactory.timestamp(atMostTwo());
      case CollectionType t -> collection();
      case ArrayType t -> array();
      case HashType t -> hash();
      case TupleType t -> tuple();
      case StructType t -> struct();
      case VariantType t -> variant();
      case CallableType t -> callable();
      case WithContainedType t -> containing(t);
      case ResourceType t -> ResourceAccess.resources(t, new ArrayList<>(written), errors);
      case ClassType t -> ResourceAccess.classes(t, written, errors);
      default -> other();
    };
  }

  private Object other() {
    return switch (type) {
      case RuntimeType t -> runtime();
      case UriType t -> uri();
      case ObjectType t -> object(t);
      case TypeSetType t -> typeSet();
      case TypeReferenceType t ->
          throw errors.atWhole(
              "UNKNOWN_RESOURCE_TYPE", "Resource type not found: " + t.typeString());
      default ->
          throw errors.atLeft(
              "OPERATOR_NOT_APPLICABLE",
              "Operator '[]' is not applicable to "
                  + TypeLabel.withArticle(TypeLabel.of(type))
                  + ".");
    };
  }

  private Object expectOne(String... classes) {
    errors.expect(keys, 1, 1, classes);
    return keys.get(0);
  }

  private PuppetType regexp() {
    if (keys.size() != 1) {
      throw errors.arity(
          keys.isEmpty() ? errors.whole() : errors.key(1),
          TypeLabel.withCapitalArticle(TypeLabel.of(type)),
          1,
          0,
          keys.size());
    }
    return TypeFactory.regexp(expectOne("String", "Regexp"));
  }

  private PuppetType enumeration() {
    Object last = TypeFactory.last(keys, 1);
    List<Object> values = last instanceof Boolean ? keys.subList(0, keys.size() - 1) : keys;
    errors.expect(values, 1, AccessErrors.UNLIMITED, "String");
    return TypeFactory.enumeration(keys);
  }

  private PuppetType pattern() {
    errors.expect(
        keys, 1, AccessErrors.UNLIMITED, "String", "Regexp", "Pattern-Type", "Regexp-Type");
    return TypeFactory.pattern(keys);
  }

  private PuppetType string() {
    return switch (keys.size()) {
      case 1 -> StringType.ofSize(size(0, 1));
      case 2 -> StringType.ofSize(size(0, 2));
      default ->
          throw errors.atWhole(
              "BAD_STRING_SLICE_ARITY",
              "String supports [] with one or two arguments. Got " + keys.size());
    };
  }

  private PuppetType integer() {
    range("Integer", "integers (or default)", false);
    return TypeFactory.range(keys.get(0), keys.size() < 2 ? null : keys.get(1));
  }

  private PuppetType floating() {
    range("Float", "floats, or integers (or default)", true);
    return TypeFactory.floatRange(keys.get(0), keys.size() < 2 ? null : keys.get(1));
  }

  private void range(String name, String expected, boolean floats) {
    if (keys.isEmpty() || keys.size() > 2) {
      throw errors.atWhole(
          "BAD_INTEGER_SLICE_ARITY",
          name + "-Type supports [] with one or two arguments (from, to). Got " + keys.size());
    }
    for (int i = 0; i < keys.size(); i++) {
      Object key = keys.get(i);
      boolean fits = TypeFactory.isInteger(key) || key == Default.DEFAULT;
      if (!fits && !(floats && key instanceof Double)) {
        throw errors.atKey(
            i,
            "BAD_INTEGER_SLICE_TYPE",
            name
                + "-Type [] requires all arguments to be "
                + expected
                + ". Got "
                + RubyClassName.of(key));
      }
    }
  }

  private PuppetType semVer() {
    errors.expect(keys, 1, AccessErrors.UNLIMITED, "String", "SemanticPuppet::VersionRange");
    return TypeFactory.semVer(keys);
  }

  private List<Object> atMostTwo() {
    if (keys.size() > 2) {
      throw errors.arity(
          errors.whole(), TypeLabel.withCapitalArticle(TypeLabel.of(type)), 0, 2, keys.size());
    }
    return keys;
  }

  private PuppetType collection() {
    return switch (keys.size()) {
      case 1 -> new CollectionType(size(0, 1));
      case 2 -> new CollectionType(size(0, 2));
      default -> throw errors.arity(errors.whole(), "Collection-Type", 1, 2, keys.size());
    };
  }

  private PuppetType array() {
    boolean typed = !keys.isEmpty() && keys.get(0) instanceof PuppetType;
    return switch (keys.size()) {
      case 1 -> ArrayType.of(asType(0, "Array-Type"));
      case 2 ->
          typed
              ? new ArrayType(asType(0, "Array-Type"), size(1, 2))
              : new ArrayType(AnyType.ANY, size(0, 2));
      case 3 -> new ArrayType(asType(0, "Array-Type"), size(1, 3));
      default -> throw errors.arity(errors.whole(), "Array-Type", 1, 3, keys.size());
    };
  }

  private PuppetType hash() {
    if (keys.size() == 2 && keys.get(0) instanceof Long && keys.get(1) instanceof Long) {
      return new HashType(AnyType.ANY, AnyType.ANY, size(0, 2));
    }
    for (int i = 0; i < Math.min(2, keys.size()); i++) {
      asType(i, "Hash-Type");
    }
    IntegerType size =
        switch (keys.size()) {
          case 2 -> null;
          case 3 ->
              keys.get(2) instanceof IntegerType range
                  ? range
                  : TypeFactory.range(keys.get(2), null);
          case 4 -> size(2, 4);
          default -> throw errors.arity(errors.whole(), "Hash-Type", 2, 4, keys.size());
        };
    return new HashType(asType(0, "Hash-Type"), asType(1, "Hash-Type"), size);
  }

  private PuppetType asType(int index, String name) {
    if (keys.get(index) instanceof PuppetType found) {
      return found;
    }
    throw errors.notType(index, name, keys.get(index));
  }

  /** A size from one or two keys, from an index to another. */
  private IntegerType size(int from, int to) {
    if (to - from == 1 && keys.get(from) instanceof IntegerType range) {
      return range;
    }
    for (int i = from; i < to; i++) {
      if (!(keys.get(i) instanceof Long) && keys.get(i) != Default.DEFAULT) {
        throw errors.atKey(
            i,
            "BAD_COLLECTION_SLICE_TYPE",
            "A Type's size constraint arguments must be a single Integer type, or 1-2 integers"
                + " (or default). Got "
                + TypeLabel.withArticle(AccessErrors.className(keys.get(i))));
      }
    }
    return TypeFactory.range(keys.get(from), to - from == 1 ? null : keys.get(from + 1));
  }

  private PuppetType tuple() {
    IntegerType size = null;
    List<Object> types = keys;
    Object last = TypeFactory.last(keys, 1);
    Object beforeLast = TypeFactory.last(keys, 2);
    if (TypeFactory.isRangeParameter(beforeLast) && TypeFactory.isRangeParameter(last)) {
      size = TypeFactory.range(beforeLast, last);
      types = keys.subList(0, keys.size() - 2);
    } else if (TypeFactory.isRangeParameter(last)) {
      size = TypeFactory.range(last, null);
      types = keys.subList(0, keys.size() - 1);
    }
    errors.expect(types, 1, AccessErrors.UNLIMITED, "Any-Type");
    return TypeFactory.tuple(types, size);
  }

  private PuppetType struct() {
    errors.expect(written, 1, 1, "Hash");
    return TypeFactory.struct((Map<?, ?>) written.get(0));
  }

  private PuppetType variant() {
    errors.expect(keys, 1, AccessErrors.UNLIMITED, "Any-Type");
    return TypeFactory.variant(keys);
  }

  private PuppetType callable() {
    if (!written.isEmpty() && written.get(0) instanceof List<?> && written.size() != 2) {
      throw errors.arity(
          errors.whole(), TypeLabel.withCapitalArticle(TypeLabel.of(type)), 2, 2, written.size());
    }
    return TypeFactory.callable(written);
  }

  private PuppetType containing(WithContainedType container) {
    String name = container.simpleName() + "-Type";
    if (container instanceof InitType) {
      return init(name);
    }
    if (container instanceof NotUndefType) {
      return notUndef(name);
    }
    if (keys.size() != 1) {
      throw errors.arity(errors.whole(), name, 1, 0, keys.size());
    }
    Object key = keys.get(0);
    if (container instanceof OptionalType && key instanceof String text) {
      return new OptionalType(StringType.ofValue(text));
    }
    return container.with(asType(0, name));
  }

  private PuppetType init(String name) {
    if (written.isEmpty() || !(written.get(0) instanceof PuppetType inner)) {
      throw errors.notType(0, name, written.isEmpty() ? Undef.UNDEF : written.get(0));
    }
    return new InitType(inner, written.subList(1, written.size()));
  }

  private PuppetType notUndef(String name) {
    if (keys.isEmpty()) {
      return NotUndefType.DEFAULT;
    }
    if (keys.size() > 1) {
      throw errors.arity(errors.whole(), name, 0, 1, keys.size());
    }
    Object key = keys.get(0);
    if (!(key instanceof String) && !(key instanceof PuppetType)) {
      throw errors.atKey(
          0,
          "BAD_NOT_UNDEF_SLICE_TYPE",
          name + "[] argument must be a Type or a String. Got " + RubyClassName.of(key));
    }
    return TypeFactory.notUndef(key);
  }

  private PuppetType runtime() {
    errors.expect(keys, 2, 2, "String", "String");
    return new RuntimeType(keys.get(0).toString(), keys.get(1));
  }

  private PuppetType uri() {
    if (keys.size() != 1) {
      throw errors.arity(errors.whole(), "URI-Type", 1, 0, keys.size());
    }
    if (!UriParameters.TYPE.isInstance(keys.get(0))) {
      throw errors.notType(0, "URI-Type", keys.get(0));
    }
    return UriParameters.read(keys.get(0));
  }

  private PuppetType object(ObjectType object) {
    if (object.qualifiedName() != null) {
      return ObjectTypeExtension.create(object, keys);
    }
    if (keys.size() != 1) {
      throw errors.arity(errors.whole(), "Object-Type", 1, 0, keys.size());
    }
    return TypeFactory.object(keys.get(0));
  }

  private PuppetType typeSet() {
    if (keys.size() != 1) {
      throw errors.arity(errors.whole(), "TypeSet-Type", 1, 0, keys.size());
    }
    return TypeFactory.typeSet(keys.get(0));
  }
}
