// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way to call a function, for the messages when no way fits.
 *
 * @param type what it takes
 * @param parameterNames names of the parameters, in order; may be empty
 * @param blockName name of the lambda's parameter, or null
 */
public record Signature(
    CallableType type, List<String> parameterNames, @Nullable String blockName) {

  public Signature {
    parameterNames = List.copyOf(parameterNames);
  }

  TupleType parameters() {
    TupleType parameters = type.parameters();
    return parameters == null ? TupleType.DEFAULT : parameters;
  }

  String parameterName(int index) {
    return index < parameterNames.size() ? parameterNames.get(index) : "";
  }

  /** The parameters as messages show them: {@code String a, Integer b?, Any *c}. */
  @Override
  public String toString() {
    IntegerType size = parameters().effectiveSize();
    if (size.maximum() == 0) {
      return "";
    }
    List<PuppetType> types = parameters().types();
    int count = parameterNames.isEmpty() ? types.size() : parameterNames.size();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "" : ", ");
      appendParameter(text, i, count, size, parameters().typeAt(i));
    }
    appendBlock(text);
    return text.toString();
  }

  private void appendParameter(
      StringBuilder text, int index, int count, IntegerType size, PuppetType type) {
    String indicator = "";
    PuppetType shown = type;
    if (size.to() == null && index == count - 1) {
      indicator = size.minimum() == parameterNames.size() ? "+" : "*";
    } else if (index + 1 > size.minimum()) {
      indicator = "?";
      shown =
          type instanceof OptionalType optional && optional.type() != null ? optional.type() : type;
    }
    text.append(shown).append(' ').append(parameterName(index)).append(indicator);
  }

  private void appendBlock(StringBuilder text) {
    PuppetType block = type.block();
    if (block instanceof OptionalType || block instanceof CallableType) {
      text.append(text.isEmpty() ? "" : ", ");
      boolean optional = block instanceof OptionalType;
      PuppetType shown = block instanceof OptionalType o && o.type() != null ? o.type() : block;
      text.append(shown).append(' ').append(blockName == null ? "" : blockName);
      text.append(optional ? "?" : "");
    }
  }
}
