// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

import io.bunraku.compiler.syntax.Parameter;
import io.bunraku.compiler.type.AnyType;
import io.bunraku.compiler.type.CallableType;
import io.bunraku.compiler.type.IntegerType;
import io.bunraku.compiler.type.OptionalType;
import io.bunraku.compiler.type.PuppetType;
import io.bunraku.compiler.type.StringType;
import io.bunraku.compiler.type.StructElement;
import io.bunraku.compiler.type.StructType;
import io.bunraku.compiler.type.TupleType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a lambda or function in Puppet language takes and returns, its types evaluated. */
final class Signature {

  private final List<Parameter> parameters;
  private final String[] names;
  private final PuppetType[] types;
  private final int minimum;
  private final int maximum;
  private final @Nullable PuppetType returnType;

  /**
   * Creates a signature; the arrays are not written any more.
   *
   * @param parameters as written
   * @param names of the parameters
   * @param types of the parameters, of each element where one captures the rest
   * @param minimum how many arguments must be given
   * @param maximum how many can be given
   * @param returnType null when none is declared
   */
  Signature(
      List<Parameter> parameters,
      String[] names,
      PuppetType[] types,
      int minimum,
      int maximum,
      @Nullable PuppetType returnType) {
    this.parameters = parameters;
    this.names = names;
    this.types = types;
    this.minimum = minimum;
    this.maximum = maximum;
    this.returnType = returnType;
  }

  List<Parameter> parameters() {
    return parameters;
  }

  /** Names of the parameters: shared, not to be written. */
  String[] names() {
    return names;
  }

  int minimum() {
    return minimum;
  }

  int maximum() {
    return maximum;
  }

  @Nullable PuppetType returnType() {
    return returnType;
  }

  /** Whether the last parameter takes all that are left. */
  boolean capturesRest() {
    return !parameters.isEmpty() && parameters.get(parameters.size() - 1).capturesRest();
  }

  /** Whether the arguments are of the number and types that are declared. */
  boolean accepts(List<?> arguments) {
    int count = arguments.size();
    if (count < minimum || count > maximum) {
      return false;
    }
    for (int i = 0; i < count; i++) {
      PuppetType type = types[Math.min(i, types.length - 1)];
      if (!(type instanceof AnyType) && !type.isInstance(arguments.get(i))) {
        return false;
      }
    }
    return true;
  }

  CallableType callableType() {
    IntegerType size =
        new IntegerType((long) minimum, maximum == Integer.MAX_VALUE ? null : (long) maximum);
    return new CallableType(new TupleType(List.of(types), size), null, returnType);
  }

  /** For messages when arguments do not fit. */
  io.bunraku.compiler.type.Signature described() {
    return new io.bunraku.compiler.type.Signature(callableType(), List.of(names), null);
  }

  /** The parameters as the type of a hash of arguments by name. */
  StructType parametersStruct() {
    List<StructElement> elements = new ArrayList<>(types.length);
    for (int i = 0; i < types.length; i++) {
      PuppetType key = StringType.ofValue(names[i]);
      boolean optional = parameters.get(i).value() != null;
      elements.add(new StructElement(optional ? new OptionalType(key) : key, types[i]));
    }
    return new StructType(elements);
  }
}
