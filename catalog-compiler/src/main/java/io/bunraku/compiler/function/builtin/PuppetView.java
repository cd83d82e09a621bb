// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.function.builtin;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.ruby.RubyText;
import io.bunraku.compiler.ruby.RubyView;
import io.bunraku.compiler.type.CatalogEntryFamily;
import io.bunraku.compiler.type.RubyClassName;
import io.bunraku.compiler.value.Default;
import io.bunraku.compiler.value.PuppetRegexp;
import io.bunraku.compiler.value.SemVerRange;
import io.bunraku.compiler.value.Sensitive;
import io.bunraku.compiler.value.Undef;
import io.bunraku.compiler.value.Uri;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Values of the language as Ruby's {@code to_s} and {@code inspect} show them. */
final class PuppetView implements RubyView {

  /** Values as functions of the 4.x API see them. */
  static final PuppetView INSTANCE = new PuppetView(false);

  /** Values as functions of the 3.x API see them: references of the catalog are resources. */
  static final PuppetView LEGACY = new PuppetView(true);

  private final boolean legacy;

  private PuppetView(boolean legacy) {
    this.legacy = legacy;
  }

  @Override
  public String text(Object value) {
    return switch (value) {
      case String text -> text;
      case Undef undef -> "";
      case Double number -> RubyText.of(number);
      case List<?> list -> RubyText.inspect(list, this::inspect);
      case Map<?, ?> map -> RubyText.inspect(map, this::inspect);
      case CatalogEntryFamily reference when legacy -> ResourceText.of(reference);
      default -> value.toString();
    };
  }

  @Override
  public String inspect(Object value) {
    return switch (value) {
      case Undef undef -> "nil";
      case String text -> RubyText.inspect(text);
      case Default word -> ":default";
      case PuppetRegexp regexp -> regexp.rubyInspect();
      case Sensitive sensitive -> "#<" + sensitive + ">";
      case SemVerRange range -> range.inspect();
      case Uri uri -> "#<" + rubyClass(uri) + " " + uri + ">";
      case CatalogEntryFamily reference when legacy -> ResourceText.inspect(reference);
      default -> text(value);
    };
  }

  @Override
  public String className(Object value) {
    return switch (value) {
      case Undef undef -> "nil";
      case Boolean bool -> bool.toString();
      case CatalogEntryFamily reference when legacy -> "Puppet::Resource";
      default -> rubyClass(value);
    };
  }

  /** Ruby's error for a method that a value does not have. */
  EvaluationException noMethod(String name, Object value) {
    return new EvaluationException("undefined method `" + name + "' for " + receiver(value));
  }

  /** The name of the class that a value has in Ruby. */
  static String rubyClass(Object value) {
    return RubyClassName.of(value);
  }

  /**
   * A value that has no such method, as Ruby's error shows it: with its class if that is not seen.
   */
  String receiver(Object value) {
    String shown = inspect(value);
    return shown.startsWith("#<") ? shown : shown + ":" + rubyClass(value);
  }

  /** Ruby's {@code Array#join}: nested lists are joined with the same separator. */
  static String joined(List<?> values, String separator) {
    return INSTANCE.join(values, separator);
  }

  /** The same, its elements as this view shows them. */
  String join(List<?> values, String separator) {
    List<String> texts = new ArrayList<>(values.size());
    for (Object value : values) {
      texts.add(value instanceof List<?> list ? join(list, separator) : text(value));
    }
    return String.join(separator, texts);
  }
}
