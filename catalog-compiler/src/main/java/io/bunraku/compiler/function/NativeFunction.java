// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.function;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A function with dispatches, as Puppet's function API (4.x) declares it, written in Java. */
final class NativeFunction implements PuppetFunction {

  private final String name;
  private final Dispatch[] dispatches;
  private final FunctionSignatures signatures;
  private final DeclaredReturn returned;

  NativeFunction(
      String name,
      List<Dispatch> dispatches,
      FunctionSignatures signatures,
      DeclaredReturn returned) {
    this.returned = returned;
    this.name = name;
    this.dispatches = dispatches.toArray(new Dispatch[0]);
    this.signatures = signatures;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Object call(CallContext context, List<Object> arguments, @Nullable PuppetLambda block) {
    for (Dispatch dispatch : dispatches) {
      if (dispatch.accepts(arguments, block)) {
        return dispatch.call(context, arguments, block);
      }
    }
    throw signatures.mismatch(name, arguments, block);
  }

  @Override
  public DeclaredReturn declaredReturn(CallContext context, List<Object> arguments) {
    for (Dispatch dispatch : dispatches) {
      if (dispatch.accepts(arguments, null)) {
        return returned;
      }
    }
    return DeclaredReturn.REFUSED;
  }
}
