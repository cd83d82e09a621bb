// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bunraku.compiler.LanguageOptions;
import io.bunraku.compiler.LanguageVersion;
import io.bunraku.compiler.syntax.Source;
import io.bunraku.compiler.value.Undef;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ScopeTest {

  private static final Source SOURCE = new Source("/site.pp", null, "text");

  private final Scope top =
      new Evaluation(LanguageOptions.defaults(LanguageVersion.PUPPET_8), Limits.DEFAULT)
          .topScope(SOURCE);
  private final Scope node = top.newScope(Scope.Kind.NODE, "web", SOURCE, null, null);

  private Scope hostClass(Scope parent, String name) {
    Scope scope = parent.newScope(Scope.Kind.CLASS, name, SOURCE, "mod", null);
    top.setClassScope(name, scope);
    return scope;
  }

  @Test
  void classesSeeNodeAndTopScopeButNotTheScopeThatIncludedThem() {
    top.setVariable("t", "top");
    node.setVariable("n", "node");
    Scope outer = hostClass(node, "outer");
    outer.setVariable("o", "outer");
    Scope inner = hostClass(outer, "inner");
    assertThat(inner.lookupVariable("t")).isEqualTo("top");
    assertThat(inner.lookupVariable("n")).isEqualTo("node");
    assertThat(inner.lookupVariable("o")).isNull();
    assertThat(inner.lookupVariable("outer::o")).isEqualTo("outer");
    assertThat(inner.lookupVariable("::outer::o")).isEqualTo("outer");
  }

  @Test
  void inheritedVariablesAreSeenUnlessTheClassHasItsOwn() {
    Scope parent = hostClass(node, "parent");
    parent.setVariable("a", 1L);
    parent.setVariable("b", 2L);
    Scope child = hostClass(parent, "child");
    child.setInheritedScope(parent);
    child.setVariable("b", 3L);
    assertThat(child.lookupVariable("a")).isEqualTo(1L);
    assertThat(child.lookupVariable("b")).isEqualTo(3L);
    assertThat(node.lookupVariable("child::a")).isEqualTo(1L);
    assertThat(node.lookupVariable("child::b")).isEqualTo(3L);
  }

  @Test
  void undefIsAValueThatHidesOuterOnes() {
    top.setVariable("a", 1L);
    Scope inner = hostClass(node, "inner");
    inner.setVariable("a", Undef.UNDEF);
    assertThat(inner.lookupVariable("a")).isEqualTo(Undef.UNDEF);
    assertThat(inner.exists("a")).isTrue();
    assertThat(inner.lookupVariable("nowhere")).isNull();
    assertThat(inner.exists("nowhere")).isFalse();
  }

  @Test
  void localVariablesShadowAndAreGoneAfterTheBlock() {
    top.setVariable("a", 1L);
    Scope.Mark mark = top.mark();
    top.pushLocal(Map.of("a", 2L));
    top.setVariable("b", 3L);
    assertThat(top.lookupVariable("a")).isEqualTo(2L);
    assertThat(top.lookupVariable("b")).isEqualTo(3L);
    top.reset(mark);
    assertThat(top.lookupVariable("a")).isEqualTo(1L);
    assertThat(top.lookupVariable("b")).isNull();
  }

  @Test
  void variablesAreSetOnce() {
    top.setVariable("a", 1L);
    assertThatThrownBy(() -> top.setVariable("a", 2L)).hasMessage("Cannot reassign variable '$a'");
    assertThatThrownBy(() -> top.setVariable("facts", 2L))
        .hasMessage("Attempt to assign to a reserved variable name: 'facts'");
    assertThatThrownBy(() -> top.setVariable("1", 2L))
        .hasMessage("Cannot assign to a numeric match result variable '$1'");
  }

  @Test
  void theHashOfAScopeHasWhatItSees() {
    top.setVariable("a", 1L);
    top.setVariable("u", Undef.UNDEF);
    Scope inner = hostClass(node, "inner");
    inner.setVariable("b", 2L);
    inner.pushLocal(Map.of("a", 3L));
    assertThat(inner.toMap(true, false)).isEqualTo(Map.of("a", 3L, "b", 2L));
    assertThat(top.toMap(false, true)).isEqualTo(Map.of("a", 1L, "u", Undef.UNDEF));
  }

  @Test
  void theGlobalScopeOfAClassIsThatOfItsNode() {
    assertThat(hostClass(node, "inner").findGlobalScope()).isSameAs(node);
    assertThat(top.findGlobalScope()).isSameAs(top);
  }

  @Test
  void parametersThatHaveNoValueYetAreTold() {
    try (ParameterScope parameters = new ParameterScope(top, "Foo[x]", List.of("a", "b"))) {
      parameters.set("a", 1L);
      assertThat(top.lookupVariable("a")).isEqualTo(1L);
      assertThat(parameters.isAssigned("b")).isFalse();
      assertThat(parameters.toMap()).isEqualTo(Map.of("a", 1L));
    }
    assertThat(top.lookupVariable("a")).isNull();
  }
}
