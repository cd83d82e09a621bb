// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.bunraku.storeconfig.model.Resource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The meaning that the Puppet terminus of PuppetDB gives to a collector's query. */
class FilterTest {
  private static final Resource RESOURCE =
      new Resource(
          "Host",
          "Web01",
          List.of("host", "web01", "class"),
          null,
          0,
          true,
          Map.of("ip", "10.0.0.1", "port", 80L, "aliases", List.of("a", "b"), "on", true));

  private static boolean eq(String field, Object value) {
    return new Filter.Eq(field, value).test(RESOURCE);
  }

  private static boolean notEq(String field, Object value) {
    return new Filter.NotEq(field, value).test(RESOURCE);
  }

  @Test
  void titlesAreComparedExactly() {
    assertThat(eq("title", "Web01")).isTrue();
    assertThat(eq("title", "web01")).isFalse();
    assertThat(notEq("title", "web01")).isTrue();
  }

  @Test
  void tagsAreDowncased() {
    assertThat(eq("tag", "WEB01")).isTrue();
    assertThat(eq("tag", "other")).isFalse();
    assertThat(notEq("tag", "Class")).isFalse();
    assertThat(eq("tag", List.of("other", "Host"))).isTrue();
  }

  @Test
  void parametersAreComparedWithTheirType() {
    assertThat(eq("port", 80L)).isTrue();
    assertThat(eq("port", 80.0)).isTrue();
    assertThat(eq("port", "80")).isFalse();
    assertThat(eq("on", true)).isTrue();
    assertThat(eq("on", "true")).isFalse();
    assertThat(eq("ip", "10.0.0.2")).isFalse();
  }

  @Test
  void equalityLooksIntoArraysAndInequalityDoesNot() {
    assertThat(eq("aliases", "b")).isTrue();
    assertThat(eq("aliases", List.of("a", "b"))).isTrue();
    assertThat(eq("aliases", "c")).isFalse();
    assertThat(notEq("aliases", "b")).isTrue();
    assertThat(notEq("aliases", List.of("a", "b"))).isFalse();
  }

  @Test
  void anUnsetParameterEqualsNothing() {
    assertThat(eq("comment", "x")).isFalse();
    assertThat(notEq("comment", "x")).isTrue();
  }

  @Test
  void conditionsAreJoined() {
    Filter ip = new Filter.Eq("ip", "10.0.0.1");
    Filter other = new Filter.Eq("ip", "10.0.0.9");
    assertThat(new Filter.And(List.of(ip, other)).test(RESOURCE)).isFalse();
    assertThat(new Filter.Or(List.of(other, ip)).test(RESOURCE)).isTrue();
    assertThat(new Filter.And(List.of()).test(RESOURCE)).isTrue();
    assertThat(new Filter.Always().test(RESOURCE)).isTrue();
  }
}
