// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.function;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a dispatch accepts, as Puppet's functions declare it. Each parameter is written as its type
 * and its name: {@code "Hash[Any, Any] hash"}.
 */
public final class Params {

  private static final int UNLIMITED = Integer.MAX_VALUE;

  /** A parameter: its type as written and its name. */
  record Param(String type, String name) {}

  private final List<Param> list = new ArrayList<>();
  private int minimum;
  private int maximum;
  private @Nullable String block;
  private boolean blockOptional;
  private String blockName = "block";

  private Params() {}

  /** Required parameters, or none. */
  public static Params of(String... params) {
    Params result = new Params();
    for (String param : params) {
      result.add(param);
    }
    result.minimum = params.length;
    result.maximum = params.length;
    return result;
  }

  /** One more parameter that can be left out. */
  public Params optional(String param) {
    add(param);
    maximum++;
    return this;
  }

  /** A last parameter that takes any number of arguments. */
  public Params repeated(String param) {
    add(param);
    maximum = UNLIMITED;
    return this;
  }

  /** A last parameter that takes one argument or more. */
  public Params requiredRepeated(String param) {
    minimum++;
    return repeated(param);
  }

  /** A lambda of a type, {@code "Callable[1,1]"}. */
  public Params block(String type) {
    block = type;
    return this;
  }

  /** A lambda of any type. */
  public Params block() {
    return block("Callable");
  }

  /** A lambda of a type that can be left out. */
  public Params optionalBlock(String type) {
    blockOptional = true;
    return block(type);
  }

  /** A lambda of any type that can be left out. */
  public Params optionalBlock() {
    return optionalBlock("Callable");
  }

  /** Gives the lambda another name than {@code block}. */
  public Params blockNamed(String name) {
    blockName = name;
    return this;
  }

  private void add(String param) {
    int space = param.lastIndexOf(' ');
    list.add(new Param(param.substring(0, space), param.substring(space + 1)));
  }

  List<Param> list() {
    return list;
  }

  int minimum() {
    return minimum;
  }

  int maximum() {
    return maximum;
  }

  @Nullable String blockType() {
    return block;
  }

  @Nullable String blockName() {
    return block == null ? null : blockName;
  }

  boolean isBlockOptional() {
    return blockOptional;
  }
}
