// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Functions and lambdas.
 *
 * @param parameters what they take, or null for anything
 * @param block the lambda that they take, or null for none
 * @param returns what they return, or null for anything
 */
public record CallableType(
    @Nullable TupleType parameters, @Nullable PuppetType block, @Nullable PuppetType returns)
    implements PuppetType {

  /** All functions and lambdas. */
  public static final CallableType DEFAULT = new CallableType(null, null, null);

  public CallableType {
    returns = returns instanceof AnyType ? null : returns;
  }

  @Override
  public boolean isInstance(Object value, @Nullable Guard guard) {
    return value instanceof TypedValue typed && isAssignable(typed.puppetType(), guard);
  }

  @Override
  public boolean accepts(PuppetType other, @Nullable Guard guard) {
    if (!(other instanceof CallableType o) || !acceptsReturn(o, guard)) {
      return false;
    }
    if (parameters == null) {
      return true;
    }
    // The other way around: it is the caller who is constrained.
    return o.parameters != null
        && o.parameters.isAssignable(parameters, guard)
        && blockOf(o).isAssignable(blockOf(this), guard);
  }

  private boolean acceptsReturn(CallableType o, @Nullable Guard guard) {
    return returns == null
        || returns.isAssignable(o.returns == null ? AnyType.ANY : o.returns, guard);
  }

  private static PuppetType blockOf(CallableType callable) {
    return callable.block == null ? UndefType.UNDEF : callable.block;
  }

  /** Whether this callable takes arguments of a type (a tuple). */
  public boolean isCallableWith(PuppetType arguments) {
    return arguments.isArgumentOf(this, null);
  }

  /** Whether this callable takes these arguments and, if given, this lambda. */
  public boolean isCallableWith(List<Object> arguments, @Nullable Object lambda) {
    if (parameters == null) {
      return true;
    }
    if (!parameters.isInstance(arguments)) {
      return false;
    }
    if (lambda == null) {
      return block == null || block.isAssignable(UndefType.UNDEF);
    }
    return block != null && block.isInstance(lambda);
  }

  @Override
  public boolean isArgumentOf(CallableType callable, @Nullable Guard guard) {
    return callable.isAssignable(this, guard);
  }

  @Override
  public boolean isKindOfCallable(boolean optional, @Nullable Guard guard) {
    return true;
  }

  @Override
  public PuppetType generalize() {
    return new CallableType(
        parameters == null ? null : parameters.generalize(),
        block == null ? null : block.generalize(),
        returns == null ? null : returns.generalize());
  }

  @Override
  public PuppetType normalize() {
    return new CallableType(
        parameters == null ? null : parameters.normalize(),
        block == null ? null : block.normalize(),
        returns == null ? null : returns.normalize());
  }

  @Override
  public PuppetType unparameterized() {
    return DEFAULT;
  }

  @Override
  public List<PuppetType> children() {
    List<PuppetType> children = new ArrayList<>();
    if (parameters != null) {
      children.add(parameters);
    }
    if (block != null) {
      children.add(block);
    }
    if (returns != null) {
      children.add(returns);
    }
    return children;
  }

  @Override
  public String toString() {
    return TypeFormatter.string(this);
  }
}
