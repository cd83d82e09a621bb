// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.function.builtin;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.eval.ResourceParameter;
import io.bunraku.compiler.function.CallContext;
import io.bunraku.compiler.syntax.CatalogExpression.ResourceForm;
import io.bunraku.compiler.value.Undef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code create_resources}: a hash of titles to parameters becomes resources of one type. */
final class CreateResources {

  private CreateResources() {}

  static Object run(CallContext call, List<Object> arguments) {
    if (arguments.size() > 3) {
      throw new EvaluationException(
          "create_resources(): wrong number of arguments ("
              + arguments.size()
              + "; must be 2 or 3)");
    }
    if (!(arguments.get(1) instanceof Map<?, ?> instances)) {
      throw new EvaluationException("create_resources(): second argument must be a hash");
    }
    Map<?, ?> defaults = Map.of();
    if (arguments.size() == 3) {
      if (!(arguments.get(2) instanceof Map<?, ?> given)) {
        throw new EvaluationException(
            "create_resources(): third argument, if provided, must be a hash");
      }
      defaults = given;
    }
    create(call, typeOf(arguments.get(0)), instances, defaults);
    return Undef.UNDEF;
  }

  private static String typeOf(Object type) {
    if (type instanceof String text) {
      return text;
    }
    throw new EvaluationException(
        "undefined method `sub' for "
            + PuppetView.LEGACY.inspect(type)
            + ":"
            + PuppetView.rubyClass(type));
  }

  private static void create(
      CallContext call, String type, Map<?, ?> instances, Map<?, ?> defaults) {
    ResourceForm form =
        type.startsWith("@@")
            ? ResourceForm.EXPORTED
            : type.startsWith("@") ? ResourceForm.VIRTUAL : ResourceForm.REGULAR;
    String name = type.replaceFirst("^@{1,2}", "").toLowerCase(Locale.ROOT);
    if (name.startsWith("::") && !instances.isEmpty()) {
      throw new EvaluationException("Unknown resource type: '" + name + "'");
    }
    if (name.equals("class") && form != ResourceForm.REGULAR) {
      throw EvaluationException.atLine(
          "Evaluation Error: Classes are not virtualizable",
          "CLASS_NOT_VIRTUALIZABLE",
          call.site());
    }
    for (Map.Entry<?, ?> instance : instances.entrySet()) {
      call.scope()
          .compilation()
          .catalog()
          .createResources(
              call.scope(),
              call.site(),
              form,
              name,
              titles(instance.getKey()),
              parameters(call, defaults, instance.getValue()));
    }
  }

  private static List<String> titles(Object title) {
    List<String> titles = new ArrayList<>();
    List<?> given = title instanceof List<?> list ? list : List.of(title);
    given.forEach(each -> titles.add(PuppetView.LEGACY.text(each)));
    return titles;
  }

  private static List<ResourceParameter> parameters(
      CallContext call, Map<?, ?> defaults, Object given) {
    if (!(given instanceof Map<?, ?> own)) {
      throw new EvaluationException(
          "no implicit conversion of " + PuppetView.LEGACY.className(given) + " into Hash");
    }
    Map<Object, Object> merged = new LinkedHashMap<>(defaults);
    merged.putAll(own);
    List<ResourceParameter> parameters = new ArrayList<>();
    merged.forEach((name, value) ->
        parameters.add(
            new ResourceParameter(PuppetView.LEGACY.text(name), value, false, call.site())));
    return parameters;
  }
}
