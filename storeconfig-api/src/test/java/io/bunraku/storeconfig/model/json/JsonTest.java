// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.model.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bunraku.storeconfig.model.Bytes;
import io.bunraku.storeconfig.model.Certname;
import io.bunraku.storeconfig.model.EnvironmentName;
import io.bunraku.storeconfig.model.ExportSet;
import io.bunraku.storeconfig.model.ExportedResource;
import io.bunraku.storeconfig.model.Facts;
import io.bunraku.storeconfig.model.Report;
import io.bunraku.storeconfig.model.Resource;
import io.bunraku.storeconfig.model.Stamp;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  @Test
  void dataComesBack() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("text", "ü\uD83C\uDFAD\"\\\n\u0000");
    data.put("long", Long.MIN_VALUE);
    data.put("big", new BigInteger("123456789012345678901234567890"));
    data.put("float", 1.5);
    data.put("flag", false);
    data.put("list", Arrays.asList(1L, null, List.of(), Map.of()));
    assertThat(Json.parse(Json.write(data))).isEqualTo(data);
  }

  @Test
  void canonicalBytesDoNotDependOnTheOrderOfKeys() {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("b", 1L);
    one.put("a", List.of(Map.of("x", 1L)));
    Map<String, Object> two = new LinkedHashMap<>();
    two.put("a", List.of(Map.of("x", 1L)));
    two.put("b", 1L);
    assertThat(Json.canonical(one)).isEqualTo(Json.canonical(two));
    assertThat(Json.write(one)).isNotEqualTo(Json.write(two));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[1,]", "{} {}", "nope", "{\"a\":}"})
  void whatIsNoJsonIsSaidSo(String text) {
    assertThatThrownBy(() -> Json.parse(Bytes.utf8(text)))
        .isInstanceOf(MalformedDocumentException.class);
  }

  @Test
  void factsComeBack() {
    Facts facts =
        new Facts(
            new Certname("a"),
            new EnvironmentName("production"),
            Map.of("os", Map.of("family", "Debian")),
            5,
            "m");
    assertThat(Codecs.FACTS.decode(Codecs.FACTS.encode(facts))).isEqualTo(facts);
  }

  @Test
  void exportsComeBackWithTheirOrderOfParameters() {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("z", "1");
    parameters.put("a", Map.of("__ptype", "Sensitive"));
    Resource resource = new Resource("File", "/a", List.of("x", "y"), "/f.pp", 3, true, parameters);
    ExportSet set =
        new ExportSet(
            new Certname("a"),
            new Stamp(1, 2, 3, "m:1", new UUID(4, 5)),
            List.of(new ExportedResource("a", "production", resource, Set.of("a"))));
    ExportSet back = Codecs.EXPORTS.decode(Codecs.EXPORTS.encode(set));
    assertThat(back).isEqualTo(set);
    assertThat(back.resources().get(0).resource().parameters().keySet()).containsExactly("z", "a");
  }

  @Test
  void aReportsBodyComesBackAsItCame() {
    Bytes odd = Bytes.of(new byte[] {'\n', 0, (byte) 0xff, '\n'});
    Report report = new Report(new Certname("a"), "id", 1, "failed", null, true, odd);
    assertThat(Codecs.REPORT.decode(Codecs.REPORT.encode(report))).isEqualTo(report);
    assertThatThrownBy(() -> Codecs.REPORT.decode(Bytes.utf8("no line")))
        .isInstanceOf(MalformedDocumentException.class);
  }
}
