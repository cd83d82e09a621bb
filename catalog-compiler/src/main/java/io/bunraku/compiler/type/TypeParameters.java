// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.value.Default;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of one type expression, with the messages of the type parser. */
final class TypeParameters {

  private final List<Object> parameters;
  private final String text;
  private final String casedName;
  private final TypeParser parser;

  TypeParameters(List<Object> parameters, String text, String casedName, TypeParser parser) {
    this.parameters = parameters;
    this.text = text;
    this.casedName = casedName;
    this.parser = parser;
  }

  PuppetType read(String name) {
    return switch (name) {
      case "array" -> array();
      case "hash" -> hash();
      case "collection" -> new CollectionType(sizeOf("Collection"));
      case "string" -> StringType.ofSize(sizeOf("String"));
      case "integer" -> integer();
      case "float" -> floating();
      case "boolean" -> bool();
      case "enum" -> enumeration();
      case "pattern" -> TypeFactory.pattern(atLeastOne("Pattern"));
      case "regexp" -> TypeFactory.regexp(only("Regexp", "1"));
      case "variant" -> variant();
      case "optional" -> TypeFactory.optional(typeOrString(only("Optional", 1)));
      case "notundef" -> TypeFactory.notUndef(typeOrString(only("NotUndef", "0 to 1")));
      case "tuple" -> tuple();
      case "struct" -> struct();
      case "callable" -> callable();
      case "type" -> new TypeType(type(only("Type", 1)));
      case "sensitive" -> new SensitiveType(type(only("Sensitive", "0 to 1")));
      case "iterable" -> new IterableType(type(only("Iterable", 1)));
      case "iterator" -> new IteratorType(type(only("Iterator", 1)));
      case "init" -> init();
      default -> readOther(name);
    };
  }

  private PuppetType readOther(String name) {
    return switch (name) {
      case "class" -> new ClassType(withoutColons(only("Class", 1)));
      case "resource" -> resource();
      case "runtime" -> runtime();
      case "timespan" -> TypeFactory.timespan(atMostTwo("Timespan"));
      case "timestamp" -> TypeFactory.timestamp(atMostTwo("Timestamp"));
      case "semver" -> TypeFactory.semVer(atLeastOne("SemVer"));
      case "uri" -> UriParameters.read(only("URI", "1"));
      case "object" -> TypeFactory.object(only("Object", 1));
      case "typeset" -> TypeFactory.typeSet(only("Object", 1));
      case "any", "data", "catalogentry", "scalar", "undef", "numeric", "default", "semverrange" ->
          throw unparameterized();
      default -> readFound(name);
    };
  }

  private PuppetType readFound(String name) {
    return switch (parser.find(name)) {
      case null -> new TypeReferenceType(text);
      case ResourceType resource ->
          TypeFactory.resource(resource, String.valueOf(only(casedName, 1)));
      case ObjectType object -> ObjectTypeExtension.create(object, parameters);
      default -> throw unparameterized();
    };
  }

  private PuppetType array() {
    return switch (parameters.size()) {
      case 1 -> ArrayType.of(type(parameters.get(0)));
      case 2 ->
          parameters.get(0) instanceof PuppetType type
              ? new ArrayType(type, size(parameters.get(1)))
              : new ArrayType(DefaultType.DEFAULT, size(parameters.get(0), parameters.get(1)));
      case 3 -> new ArrayType(type(parameters.get(0)), size(parameters.get(1), parameters.get(2)));
      default -> throw invalidCount("Array", "1 to 3");
    };
  }

  private PuppetType hash() {
    return switch (parameters.size()) {
      case 2 ->
          parameters.get(0) instanceof PuppetType key
                  && parameters.get(1) instanceof PuppetType value
              ? HashType.of(key, value)
              : new HashType(
                  DefaultType.DEFAULT,
                  DefaultType.DEFAULT,
                  size(parameters.get(0), parameters.get(1)));
      case 3 -> sizedHash(size(parameters.get(2)));
      case 4 -> sizedHash(size(parameters.get(2), parameters.get(3)));
      default -> throw invalidCount("Hash", "2 to 4");
    };
  }

  private PuppetType sizedHash(IntegerType size) {
    return new HashType(type(parameters.get(0)), type(parameters.get(1)), size);
  }

  private IntegerType sizeOf(String name) {
    return switch (parameters.size()) {
      case 1 -> size(parameters.get(0));
      case 2 -> size(parameters.get(0), parameters.get(1));
      default -> throw invalidCount(name, "1 to 2");
    };
  }

  private IntegerType size(Object value) {
    return value instanceof IntegerType range ? range : size(value, Default.DEFAULT);
  }

  private IntegerType size(Object from, Object to) {
    if (!TypeFactory.isRangeParameter(from) || !TypeFactory.isRangeParameter(to)) {
      throw TypeParser.invalidSpecification(text);
    }
    return TypeFactory.range(from, to);
  }

  private PuppetType integer() {
    if (parameters.isEmpty() || parameters.size() > 2) {
      throw invalidCount("Integer", "1 or 2");
    }
    for (Object parameter : parameters) {
      if (!(parameter instanceof Long) && parameter != Default.DEFAULT) {
        throw TypeParser.invalidSpecification(text);
      }
    }
    return TypeFactory.range(
        parameters.get(0), TypeFactory.last(parameters.subList(1, parameters.size()), 1));
  }

  private PuppetType floating() {
    if (parameters.isEmpty() || parameters.size() > 2) {
      throw invalidCount("Float", "1 or 2");
    }
    for (Object parameter : parameters) {
      if (!(parameter instanceof Number) && parameter != Default.DEFAULT) {
        throw TypeParser.invalidSpecification(text);
      }
    }
    return TypeFactory.floatRange(
        parameters.get(0), TypeFactory.last(parameters.subList(1, parameters.size()), 1));
  }

  private PuppetType bool() {
    if (only("Boolean", "1") instanceof Boolean value) {
      return new BooleanType(value);
    }
    throw new EvaluationException("Boolean parameter must be true or false");
  }

  private PuppetType enumeration() {
    boolean flag =
        !parameters.isEmpty() && parameters.get(parameters.size() - 1) instanceof Boolean;
    List<Object> values = flag ? parameters.subList(0, parameters.size() - 1) : parameters;
    if (values.isEmpty()) {
      throw invalidCount("Enum", "1 or more", 0);
    }
    if (!values.stream().allMatch(String.class::isInstance)) {
      throw new EvaluationException("Enum parameters must be identifiers or strings");
    }
    return TypeFactory.enumeration(parameters);
  }

  private PuppetType variant() {
    atLeastOne("Variant").forEach(this::type);
    return TypeFactory.variant(parameters);
  }

  private PuppetType tuple() {
    atLeastOne("Tuple");
    int count = parameters.size();
    Object last = TypeFactory.last(parameters, 1);
    Object beforeLast = TypeFactory.last(parameters, 2);
    if (TypeFactory.isRangeParameter(beforeLast)) {
      IntegerType size = size(zeroForDefault(beforeLast), last == null ? "" : last);
      return TypeFactory.tuple(parameters.subList(0, count - 2), size);
    }
    if (TypeFactory.isRangeParameter(last)) {
      return TypeFactory.tuple(
          parameters.subList(0, count - 1), TypeFactory.range(zeroForDefault(last), null));
    }
    return TypeFactory.tuple(parameters, null);
  }

  private static Object zeroForDefault(@Nullable Object value) {
    return value instanceof Long n ? n : Long.valueOf(0);
  }

  private PuppetType struct() {
    if (only("Struct", "1") instanceof Map<?, ?> map) {
      return TypeFactory.struct(map);
    }
    throw TypeParser.invalidSpecification(text);
  }

  private PuppetType callable() {
    if (parameters.size() > 2 && parameters.get(0) instanceof List<?>) {
      throw invalidCount("callable", "2 when first parameter is an array");
    }
    return TypeFactory.callable(parameters);
  }

  private PuppetType init() {
    PuppetType type = type(parameters.isEmpty() ? "" : parameters.get(0));
    return new InitType(type, parameters.subList(1, parameters.size()));
  }

  private PuppetType resource() {
    if (parameters.isEmpty() || parameters.size() > 2) {
      throw invalidCount("Resource", "1 or 2");
    }
    String title = parameters.size() < 2 ? null : String.valueOf(parameters.get(1));
    Object type = parameters.get(0);
    if (type instanceof TypeReferenceType reference) {
      int bracket = reference.typeString().indexOf('[');
      return bracket < 0
          ? TypeFactory.resource(reference.typeString(), title)
          : unknownResource(reference.typeString(), bracket);
    }
    return TypeFactory.resource(type, title);
  }

  /** The parameters of an unknown type are those of the resource: {@code Resource[Foo['x']]}. */
  private PuppetType unknownResource(String reference, int bracket) {
    String title = reference.substring(bracket + 1, reference.length() - 1).strip();
    if (title.length() > 1 && "'\"".indexOf(title.charAt(0)) >= 0) {
      title = title.substring(1, title.length() - 1);
    }
    return TypeFactory.resource(reference.substring(0, bracket), title);
  }

  private PuppetType runtime() {
    if (parameters.size() != 2) {
      throw invalidCount("Runtime", "2");
    }
    return new RuntimeType(String.valueOf(parameters.get(0)), parameters.get(1));
  }

  private static String withoutColons(Object name) {
    String text = String.valueOf(name);
    return text.startsWith("::") ? text.substring(2) : text;
  }

  private Object only(String name, Object required) {
    if (parameters.size() != 1) {
      throw invalidCount(name, required.toString());
    }
    return parameters.get(0);
  }

  private List<Object> atLeastOne(String name) {
    if (parameters.isEmpty()) {
      throw invalidCount(name, "1 or more");
    }
    return new ArrayList<>(parameters);
  }

  private List<Object> atMostTwo(String name) {
    if (parameters.size() > 2) {
      throw invalidCount(name, "0 to 2");
    }
    return parameters;
  }

  private PuppetType type(Object value) {
    if (value instanceof PuppetType type) {
      return type;
    }
    throw TypeParser.invalidSpecification(text);
  }

  private Object typeOrString(Object value) {
    return value instanceof String ? value : type(value);
  }

  private EvaluationException invalidCount(String name, String required) {
    return invalidCount(name, required, parameters.size());
  }

  private static EvaluationException invalidCount(String name, String required, int given) {
    return new EvaluationException(
        "Invalid number of type parameters specified: %s requires %s, %d provided"
            .formatted(name, required, given));
  }

  private EvaluationException unparameterized() {
    return new EvaluationException("Not a parameterized type <" + casedName + ">");
  }
}
