// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.function.builtin;

import io.bunraku.compiler.eval.CatalogOperations;
import io.bunraku.compiler.eval.Jump;
import io.bunraku.compiler.function.CallContext;
import io.bunraku.compiler.function.Params;
import io.bunraku.compiler.type.ClassType;
import io.bunraku.compiler.value.Undef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Functions that put classes, resources and tags into the catalog, or ask for them. */
final class CatalogFunctions {

  private static final String DEFINABLE =
      "Variant[String, Type[CatalogEntry], Type[Type[CatalogEntry]]] vals";

  private CatalogFunctions() {}

  static void register(Registry functions) {
    define(functions, "include", CatalogFunctions::include);
    define(
        functions,
        "contain",
        (call, catalog, names) -> catalog.contain(call.scope(), call.site(), names));
    define(
        functions,
        "require",
        (call, catalog, names) -> catalog.require(call.scope(), call.site(), names));
    functions.define(
        "defined",
        f ->
            f.when(
                Params.of().requiredRepeated(DEFINABLE),
                (call, arguments, block) -> Defined.isDefined(call, arguments)));
    functions.legacyStatement(
        "realize",
        -2,
        (call, arguments, block) -> {
          catalog(call).realizeResources(call.scope(), call.site(), Lists.flatten(arguments));
          return Undef.UNDEF;
        });
    functions.legacyStatement(
        "create_resources", -3, (call, arguments, block) -> CreateResources.run(call, arguments));
    functions.legacyStatement(
        "tag",
        -2,
        (call, arguments, block) -> {
          catalog(call).tag(call.scope(), texts(withoutUndef(Lists.flatten(arguments))));
          return Undef.UNDEF;
        });
    functions.legacy(
        "tagged",
        -2,
        (call, arguments, block) -> catalog(call).tagged(call.scope(), texts(arguments)));
  }

  private static CatalogOperations catalog(CallContext call) {
    return call.scope().compilation().catalog();
  }

  private static List<Object> withoutUndef(List<Object> values) {
    return values.stream().filter(value -> value != Undef.UNDEF).toList();
  }

  private static List<String> texts(List<Object> values) {
    List<String> texts = new ArrayList<>();
    for (Object value : values) {
      texts.add(PuppetView.LEGACY.text(value));
    }
    return texts;
  }

  /** What is done with the names of classes. */
  private interface OnClasses {
    void accept(CallContext call, CatalogOperations catalog, List<String> names);
  }

  private static void define(Registry functions, String name, OnClasses operation) {
    functions.define(
        name,
        f ->
            f.when(
                Params.of().requiredRepeated("Any names"),
                (call, arguments, block) -> {
                  CatalogOperations catalog = catalog(call);
                  List<String> names = catalog.classNames(Lists.flatten(arguments));
                  return run(operation, call, catalog, names);
                }));
  }

  /** Defaults of parameters of a class may leave it, and with it the function. */
  private static Object run(
      OnClasses operation, CallContext call, CatalogOperations catalog, List<String> names) {
    try {
      operation.accept(call, catalog, names);
      return references(names);
    } catch (Jump.Next | Jump.Return leaving) {
      return leaving.value();
    }
  }

  private static List<Object> references(List<String> names) {
    List<Object> references = new ArrayList<>();
    for (String name : names) {
      references.add(new ClassType(name.startsWith("::") ? name.substring(2) : name));
    }
    return references;
  }

  private static void include(CallContext call, CatalogOperations catalog, List<String> names) {
    Map<String, @Nullable Map<String, Object>> classes = new LinkedHashMap<>();
    names.forEach(name -> classes.put(name, null));
    catalog.includeClasses(call.scope(), call.site(), classes);
  }
}
