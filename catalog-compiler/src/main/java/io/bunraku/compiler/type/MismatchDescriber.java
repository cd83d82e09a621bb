// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.value.Deferred;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Why values do not fit, in Puppet's words ({@code type_mismatch_describer.rb}). */
public final class MismatchDescriber {

  private MismatchDescriber() {}

  /**
   * Describes one mismatch: {@code LABEL expects an Integer value, got String}.
   *
   * @param label what it begins with, for instance {@code Sum(): parameter 'a'}
   * @param expected the type that was wanted
   * @param actual the type of the value, best from {@link TypeInference#inferSet}
   * @return the message; empty if there is no mismatch
   */
  public static String describeMismatch(String label, PuppetType expected, PuppetType actual) {
    List<Mismatch> errors =
        TypeMismatches.describe(expected, actual, List.of(MismatchPath.subject(label)));
    return switch (errors.size()) {
      case 0 -> "";
      case 1 -> errors.get(0).format().strip();
      default -> join(errors);
    };
  }

  private static String join(List<Mismatch> errors) {
    return String.join("\n ", errors.stream().map(Mismatch::format).toList());
  }

  /**
   * Checks the parameters of a resource or class.
   *
   * @param subject what an error begins with, for instance {@code Class[Foo]}
   * @param parameters their names and types; an optional key is one that may be absent
   * @param given the values
   * @param missingOk whether absent parameters are no error
   * @throws EvaluationException with all that is wrong
   */
  public static void validateParameters(
      String subject, StructType parameters, Map<String, Object> given, boolean missingOk) {
    validateParameters(
        subject, parameters, given, missingOk, deferred -> TypeInference.inferSet(deferred));
  }

  /**
   * As above, where the caller says what a deferred value will be.
   *
   * @param returned the type that its function returns, or null for one that cannot be told
   */
  public static void validateParameters(
      String subject,
      StructType parameters,
      Map<String, Object> given,
      boolean missingOk,
      Function<Deferred, @Nullable PuppetType> returned) {
    List<Mismatch> errors = new ArrayList<>();
    Map<String, StructElement> known = parameters.byName();
    for (String name : given.keySet()) {
      if (!known.containsKey(name)) {
        errors.add(Mismatch.Named.invalidParameter(name));
      }
    }
    for (StructElement element : parameters.elements()) {
      Object value = given.get(element.name());
      if (value instanceof Deferred deferred) {
        errors.addAll(describeDeferred(element, returned.apply(deferred)));
      } else if (value != null) {
        if (!element.valueType().isInstance(value)) {
          errors.addAll(describeParameter(element, TypeInference.inferSet(value)));
        }
      } else if (!missingOk && !(element.keyType() instanceof OptionalType)) {
        errors.add(Mismatch.Named.missingParameter(element.name()));
      }
    }
    raise(subject, errors);
  }

  private static List<Mismatch> describeDeferred(
      StructElement element, @Nullable PuppetType returned) {
    if (returned == null || element.valueType().generalize().isAssignable(returned.generalize())) {
      return List.of();
    }
    return describeParameter(element, returned);
  }

  private static List<Mismatch> describeParameter(StructElement element, PuppetType actual) {
    return TypeMismatches.describe(
        element.valueType(), actual, List.of(MismatchPath.parameter(element.name())));
  }

  /** Checks the default of a parameter; an error begins with the subject. */
  public static void validateDefaultParameter(
      String subject, String name, PuppetType type, Object value) {
    if (!type.isInstance(value)) {
      raise(
          subject,
          TypeMismatches.describe(
              type,
              TypeInference.inferSet(value).generalize(),
              List.of(MismatchPath.parameter(name))));
    }
  }

  private static void raise(String subject, List<Mismatch> errors) {
    switch (errors.size()) {
      case 0 -> {}
      case 1 -> throw new EvaluationException(subject + ":" + errors.get(0).format());
      default -> throw new EvaluationException(subject + ":\n " + join(errors));
    }
  }

  /**
   * Describes why no signature of a function takes the arguments.
   *
   * @param function its name, or {@code lambda}
   * @param signatures all ways to call it
   * @param arguments the values
   * @param block the type of the lambda that was given, or null
   * @return the message
   */
  public static String describeSignatures(
      String function,
      List<Signature> signatures,
      List<Object> arguments,
      @Nullable PuppetType block) {
    List<PuppetType> types = new ArrayList<>();
    arguments.forEach(argument -> types.add(TypeInference.inferSet(argument)));
    if (block != null) {
      types.add(block);
    }
    return describeSignatures(function, signatures, new TupleType(types, null));
  }

  /** As above, of the type of the arguments; the last one may be the lambda's. */
  public static String describeSignatures(
      String function, List<Signature> signatures, TupleType arguments) {
    List<List<Mismatch>> errors = SignatureMismatches.describeAll(signatures, arguments);
    if (errors.isEmpty()) {
      return "";
    }
    String label = function.equals("lambda") ? "block" : "'" + function + "'";
    List<Mismatch> merged = MismatchMerge.merge(0, true, errors);
    if (merged.size() == 1) {
      return label + merged.get(0).format();
    }
    List<String> lines = new ArrayList<>();
    boolean single = signatures.size() == 1;
    if (single) {
      lines.add(label + " expects (" + signatures.get(0) + ")");
    } else {
      lines.add(
          "The function "
              + label
              + " was called with arguments it does not accept. It expects one of:");
    }
    for (int i = 0; i < signatures.size(); i++) {
      if (!single) {
        lines.add("  (" + signatures.get(i) + ")");
      }
      addRejections(lines, single ? "  " : "    ", errors.get(i));
    }
    return String.join("\n", lines);
  }

  private static void addRejections(
      List<String> lines, String indent, Collection<Mismatch> errors) {
    for (Mismatch error : errors) {
      lines.add(indent + "rejected:" + error.withoutStep(0).format());
    }
  }
}
