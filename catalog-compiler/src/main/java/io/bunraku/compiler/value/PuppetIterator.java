// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.value;

import io.bunraku.compiler.type.IntegerType;
import io.bunraku.compiler.type.IteratorType;
import io.bunraku.compiler.type.PuppetType;
import io.bunraku.compiler.type.TypedValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Supplier;

/**
 * A lazy value of the language: what {@code reverse_each}, {@code step} and {@code tree_each} give
 * when they are called without a lambda. As in Puppet it is consumed by {@link #next()}: who
 * iterates over it twice finds nothing the second time.
 */
public abstract class PuppetIterator implements Iterator<Object>, TypedValue {

  /**
   * An iterator over a list.
   *
   * @param elements the elements; entries of a hash are lists of key and value
   * @param hashStyle whether the elements are entries
   * @param elementType the type of the elements; asked for when something wants to know it
   */
  public static PuppetIterator of(
      List<Object> elements, boolean hashStyle, Supplier<PuppetType> elementType) {
    return new Elements(elements, hashStyle, elementType);
  }

  /** An iterator over the integers from one number to another, both inclusive. */
  public static PuppetIterator ofRange(long from, long to) {
    return new IntegerRange(from, to, 1);
  }

  /** What all elements are of. */
  public abstract PuppetType elementType();

  @Override
  public PuppetType puppetType() {
    return new IteratorType(elementType());
  }

  @Override
  public final String toString() {
    return "Iterator[" + elementType().generalize() + "]-Value";
  }

  /** The name of the class that Puppet has for it. */
  public String rubyClass() {
    return "Puppet::Pops::Types::Iterator";
  }

  /** Whether each element is an entry of a hash: a list of key and value. */
  public boolean hashStyle() {
    return false;
  }

  /** A lazy value with the elements in reverse order. */
  public abstract PuppetIterator reversed();

  /**
   * A lazy value with every n-th element, beginning with the first.
   *
   * @param size above zero; 1 gives this value itself
   */
  public PuppetIterator step(long size) {
    return size == 1 ? this : new Step(this, size);
  }

  /** How many elements Ruby believes there are: too few where it counts steps. */
  public abstract long size();

  /** Whether {@link #each} is this iterator itself. */
  public boolean isConsumedByEach() {
    return true;
  }

  /** The elements for an iteration that does not consume where Ruby's would not. */
  public Iterator<Object> each() {
    return this;
  }

  /** All elements that {@link #each} gives. */
  public final List<Object> toList() {
    List<Object> list = new ArrayList<>();
    each().forEachRemaining(list::add);
    return list;
  }

  private static final class Elements extends PuppetIterator {
    private final List<Object> elements;
    private final boolean hashStyle;
    private final Supplier<PuppetType> elementType;
    private int position;

    Elements(List<Object> elements, boolean hashStyle, Supplier<PuppetType> elementType) {
      this.elements = elements;
      this.hashStyle = hashStyle;
      this.elementType = elementType;
    }

    @Override
    public PuppetType elementType() {
      return elementType.get();
    }

    @Override
    public String rubyClass() {
      return hashStyle ? "Puppet::Pops::Types::HashIterator" : super.rubyClass();
    }

    @Override
    public boolean hashStyle() {
      return hashStyle;
    }

    @Override
    public long size() {
      return elements.size();
    }

    @Override
    public boolean hasNext() {
      return position < elements.size();
    }

    @Override
    public Object next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return elements.get(position++);
    }

    @Override
    public boolean isConsumedByEach() {
      return false;
    }

    @Override
    public Iterator<Object> each() {
      return elements.iterator();
    }

    @Override
    public PuppetIterator reversed() {
      return new Elements(reverse(elements), false, elementType);
    }
  }

  private static final class Step extends PuppetIterator {
    private final PuppetIterator inner;
    private final long size;

    Step(PuppetIterator inner, long size) {
      this.inner = inner;
      this.size = size;
    }

    @Override
    public PuppetType elementType() {
      return inner.elementType();
    }

    @Override
    public String rubyClass() {
      return "Puppet::Pops::Types::StepIterator";
    }

    @Override
    public long size() {
      return inner.size() / size;
    }

    @Override
    public boolean hasNext() {
      return inner.hasNext();
    }

    @Override
    public Object next() {
      Object result = inner.next();
      for (long i = 1; i < size && inner.hasNext(); i++) {
        inner.next();
      }
      return result;
    }

    @Override
    public PuppetIterator reversed() {
      return new Elements(reverse(toList()), false, this::elementType);
    }
  }

  private static final class IntegerRange extends PuppetIterator {
    private final long from;
    private final long to;
    private final long step;
    private long next;

    IntegerRange(long from, long to, long step) {
      this.from = from;
      this.to = to;
      this.step = step;
      this.next = step < 0 ? to : from;
    }

    @Override
    public PuppetType elementType() {
      return IntegerType.of(from, to);
    }

    @Override
    public String rubyClass() {
      return "Puppet::Pops::Types::IntegerRangeIterator";
    }

    @Override
    public long size() {
      return (to - from) / Math.abs(step);
    }

    @Override
    public boolean hasNext() {
      return step < 0 ? next >= from : next <= to;
    }

    @Override
    public Object next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      long value = next;
      next += step;
      return value;
    }

    @Override
    public PuppetIterator reversed() {
      return new IntegerRange(from, to, -step);
    }

    @Override
    public PuppetIterator step(long size) {
      if (size == 1) {
        return this;
      }
      long wide = step * size;
      long rest = Math.floorMod(to - from, wide);
      return new IntegerRange(rest < 0 ? from - rest : from, rest > 0 ? to - rest : to, wide);
    }
  }

  private static List<Object> reverse(List<Object> elements) {
    List<Object> reversed = new ArrayList<>(elements);
    Collections.reverse(reversed);
    return reversed;
  }
}
