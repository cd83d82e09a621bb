// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The types that Puppet itself brings, by name. */
public final class BuiltinTypes {

  private static final Object LOCK = new Object();

  /** What JSON can hold. */
  public static final TypeAliasType DATA = alias("Data", BuiltinTypes::data);

  /** Keys of rich data. */
  public static final TypeAliasType RICH_DATA_KEY =
      alias("RichDataKey", () -> VariantType.of(StringType.DEFAULT, NumericType.NUMERIC));

  /** All that a catalog can hold. */
  public static final TypeAliasType RICH_DATA = alias("RichData", BuiltinTypes::richData);

  /** A call that the agent makes. */
  public static final ObjectType DEFERRED =
      new ObjectType("Deferred", BuiltinTypes::deferred, LOCK);

  /** What data functions of Hiera get as their last argument. */
  public static final ObjectType LOOKUP_CONTEXT =
      new ObjectType("Puppet::LookupContext", BuiltinTypes::lookupContext, LOCK);

  /** What went wrong, as a value. */
  public static final ObjectType ERROR = new ObjectType("Error", BuiltinTypes::error, LOCK);

  /** The parent of the types of annotations. */
  public static final ObjectType ANNOTATION = new ObjectType("Annotation", Map::of, LOCK);

  private static final ObjectType PCORE = new ObjectType("Pcore", Map::of, LOCK);

  private static final Map<String, PuppetType> BY_NAME = byName();

  private BuiltinTypes() {}

  /**
   * Finds a type without parameters.
   *
   * @param name in any case, without leading colons
   * @return the type, or null
   */
  public static @Nullable PuppetType find(String name) {
    PuppetType type = BY_NAME.get(name);
    return type == null ? BY_NAME.get(name.toLowerCase(Locale.ROOT)) : type;
  }

  /** Types of resources that are known before any code is read, in lower case. */
  private static final Set<String> RESOURCE_TYPES =
      Set.of(
          "component",
          "exec",
          "file",
          "filebucket",
          "group",
          "node",
          "notify",
          "package",
          "resources",
          "schedule",
          "service",
          "stage",
          "tidy",
          "user",
          "whit");

  /**
   * A type of resources that is known before any code is read.
   *
   * @param name in lower case
   * @return the type, or null
   */
  public static @Nullable PuppetType resourceType(String name) {
    return RESOURCE_TYPES.contains(name)
        ? new ResourceType(TypeFormatter.capitalizeSegments(name), null)
        : null;
  }

  /** Whether a name (lower case) is one of those that the parser of types itself knows. */
  public static boolean isCore(String name) {
    PuppetType type = BY_NAME.get(name);
    boolean named =
        type instanceof TypeAliasType || (type instanceof ObjectType object && !object.isGeneral());
    return type != null && !named;
  }

  private static TypeAliasType alias(String name, Supplier<PuppetType> type) {
    return TypeAliasType.builtin(name, type, LOCK);
  }

  private static PuppetType data() {
    return VariantType.of(
        ScalarDataType.SCALAR_DATA,
        UndefType.UNDEF,
        HashType.of(StringType.DEFAULT, DATA),
        ArrayType.of(DATA));
  }

  private static PuppetType richData() {
    return VariantType.of(
        ScalarType.SCALAR,
        SemVerRangeType.SEM_VER_RANGE,
        BinaryType.BINARY,
        SensitiveType.DEFAULT,
        TypeType.DEFAULT,
        TypeSetType.DEFAULT,
        UriType.DEFAULT,
        ObjectType.DEFAULT,
        UndefType.UNDEF,
        DefaultType.DEFAULT,
        HashType.of(RICH_DATA_KEY, RICH_DATA),
        ArrayType.of(RICH_DATA));
  }

  private static Map<String, Object> deferred() {
    return Map.of(
        "attributes",
        ordered(
            "name",
            new PatternType(
                List.of(RegexpType.ofPattern("\\A[$]?[a-z][a-z0-9_]*(?:::[a-z][a-z0-9_]*)*\\z"))),
            "arguments",
            new OptionalType(ArrayType.DEFAULT)));
  }

  private static Map<String, Object> lookupContext() {
    return Map.of(
        "attributes",
        ordered(
            "environment_name",
            ordered("type", StringType.NON_EMPTY, "kind", "derived"),
            "module_name",
            VariantType.of(StringType.NON_EMPTY, UndefType.UNDEF)));
  }

  private static Map<String, Object> error() {
    PuppetType text = new OptionalType(StringType.NON_EMPTY);
    PuppetType parameter =
        new OptionalType(
            VariantType.of(
                StringType.DEFAULT,
                RegexpType.DEFAULT,
                new TypeType(EnumType.DEFAULT),
                new TypeType(PatternType.DEFAULT),
                new TypeType(NotUndefType.DEFAULT),
                new TypeType(UndefType.UNDEF)));
    return ordered(
        "type_parameters",
        ordered("kind", parameter, "issue_code", parameter),
        "attributes",
        ordered(
            "msg",
            StringType.NON_EMPTY,
            "kind",
            text,
            "details",
            new OptionalType(HashType.of(StringType.NON_EMPTY, DATA)),
            "issue_code",
            text),
        "functions",
        ordered(
            "message",
            new CallableType(
                new TupleType(List.of(), IntegerType.exactly(0)), null, StringType.NON_EMPTY)));
  }

  private static Map<String, Object> ordered(Object... entries) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < entries.length; i += 2) {
      map.put((String) entries[i], entries[i + 1]);
    }
    return map;
  }

  private static Map<String, PuppetType> byName() {
    Map<String, PuppetType> map = new LinkedHashMap<>();
    for (PuppetType type : plain()) {
      map.put(type.simpleName().toLowerCase(Locale.ROOT), type);
    }
    map.put("typealias", alias("UnresolvedAlias", () -> TypeReferenceType.UNRESOLVED));
    map.put("data", DATA);
    map.put("richdata", RICH_DATA);
    map.put("richdatakey", RICH_DATA_KEY);
    map.put("puppet::lookupkey", alias("Puppet::LookupKey", () -> RICH_DATA_KEY));
    map.put("puppet::lookupvalue", alias("Puppet::LookupValue", () -> RICH_DATA));
    map.put("puppet::lookupcontext", LOOKUP_CONTEXT);
    map.put("deferred", DEFERRED);
    map.put("error", ERROR);
    map.put("annotation", ANNOTATION);
    map.put("pcore", PCORE);
    map.put("pcore::uri_rx", alias("Pcore::URI_RX", () -> RegexpType.DEFAULT));
    map.put("pcore::uri", alias("Pcore::URI", () -> ObjectInitializer.URI));
    map.put(
        "pcore::simpletypename",
        alias("Pcore::SimpleTypeName", () -> ObjectInitializer.SIMPLE_NAME));
    map.put("pcore::membername", alias("Pcore::MemberName", () -> ObjectInitializer.MEMBER_NAME));
    map.put("pcore::typename", alias("Pcore::TypeName", () -> ObjectInitializer.QUALIFIED_NAME));
    map.put("pcore::qref", alias("Pcore::QRef", () -> ObjectInitializer.QUALIFIED_NAME));
    return Map.copyOf(map);
  }

  private static List<PuppetType> plain() {
    return List.of(
        IntegerType.DEFAULT,
        FloatType.DEFAULT,
        NumericType.NUMERIC,
        InitType.DEFAULT,
        IterableType.DEFAULT,
        IteratorType.DEFAULT,
        StringType.DEFAULT,
        BinaryType.BINARY,
        SensitiveType.DEFAULT,
        EnumType.DEFAULT,
        BooleanType.DEFAULT,
        PatternType.DEFAULT,
        RegexpType.DEFAULT,
        ArrayType.DEFAULT,
        HashType.DEFAULT,
        ClassType.DEFAULT,
        ResourceType.DEFAULT,
        CollectionType.DEFAULT,
        ScalarType.SCALAR,
        ScalarDataType.SCALAR_DATA,
        CatalogEntryType.CATALOG_ENTRY,
        UndefType.UNDEF,
        NotUndefType.DEFAULT,
        DefaultType.DEFAULT,
        AnyType.ANY,
        VariantType.DEFAULT,
        OptionalType.DEFAULT,
        RuntimeType.DEFAULT,
        TypeType.DEFAULT,
        TupleType.DEFAULT,
        StructType.DEFAULT,
        ObjectType.DEFAULT,
        TypeReferenceType.UNRESOLVED,
        TypeSetType.DEFAULT,
        CallableType.DEFAULT,
        SemVerType.DEFAULT,
        SemVerRangeType.SEM_VER_RANGE,
        TimestampType.DEFAULT,
        TimespanType.DEFAULT,
        UriType.DEFAULT);
  }
}
