// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import static org.assertj.core.api.Assertions.assertThat;

import io.bunraku.storeconfig.merge.HighestGeneration;
import io.bunraku.storeconfig.merge.LatestByStamp;
import io.bunraku.storeconfig.merge.LatestProduced;
import io.bunraku.storeconfig.merge.Merge;
import io.bunraku.storeconfig.merge.PointwiseMaximum;
import io.bunraku.storeconfig.merge.Union;
import io.bunraku.storeconfig.merge.WriteOnce;
import io.bunraku.storeconfig.model.CertificateRequest;
import io.bunraku.storeconfig.model.Certname;
import io.bunraku.storeconfig.model.CodeVersion;
import io.bunraku.storeconfig.model.EnvironmentName;
import io.bunraku.storeconfig.model.ExportSet;
import io.bunraku.storeconfig.model.Facts;
import io.bunraku.storeconfig.model.IssuedCertificate;
import io.bunraku.storeconfig.model.NodeState;
import io.bunraku.storeconfig.model.Revocation;
import io.bunraku.storeconfig.model.Stamp;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The three laws of each merge rule, on values from seeded generators that collide often. */
class MergeLawsTest {
  private static final Certname NODE = new Certname("web");
  private static final int CASES = 500;

  @TestFactory
  Stream<DynamicTest> rules() {
    return Stream.of(
        laws("LatestByStamp", new LatestByStamp<>(w -> w.stamp, w -> w.text), this::word),
        laws(
            "LatestProduced",
            new LatestProduced<>(w -> w.stamp.produced(), w -> w.text),
            this::word),
        laws(
            "HighestGeneration",
            new HighestGeneration<>(w -> w.stamp.generation(), w -> w.text),
            this::word),
        laws("WriteOnce", new WriteOnce<>(w -> w.text), this::text),
        laws("PointwiseMaximum", new PointwiseMaximum<>(), this::numbers),
        laws("Union", new Union<>((a, b) -> Math.min(a, b)), this::numbers),
        laws("facts", Families.FACTS.merge(), this::facts),
        laws("exports", Families.EXPORTS.merge(), this::exports),
        laws("node state", Families.NODE.merge(), this::state),
        laws("code", Families.CODE.merge(), this::code),
        laws("request", Families.REQUEST.merge(), this::request),
        laws("certificates", Families.CERTIFICATES.merge(), this::certificates),
        laws("revocations", Families.REVOKED.merge(), this::revocations));
  }

  private static <T> DynamicTest laws(String name, Merge<T> merge, Function<Random, T> any) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          Random random = new Random(42);
          for (int i = 0; i < CASES; i++) {
            T a = any.apply(random);
            T b = any.apply(random);
            T c = any.apply(random);
            assertThat(merge.merge(a, a)).as("idempotent").isEqualTo(a);
            assertThat(merge.merge(a, b)).as("commutative").isEqualTo(merge.merge(b, a));
            assertThat(merge.merge(merge.merge(a, b), c))
                .as("associative")
                .isEqualTo(merge.merge(a, merge.merge(b, c)));
          }
        });
  }

  private record Word(Stamp stamp, String text) {}

  private Stamp stamp(Random r) {
    return new Stamp(
        r.nextInt(2), r.nextInt(2), r.nextInt(3), "m" + r.nextInt(2), new UUID(0, r.nextInt(2)));
  }

  private Word word(Random r) {
    Stamp stamp = stamp(r);
    return new Word(stamp, stamp + "" + r.nextInt(2));
  }

  private Word text(Random r) {
    int n = r.nextInt(4);
    return new Word(new Stamp(0, 0, n, "m", new UUID(0, n)), "text" + n);
  }

  private Map<String, Long> numbers(Random r) {
    Map<String, Long> map = new HashMap<>();
    for (int i = 0; i < r.nextInt(4); i++) {
      map.put("k" + r.nextInt(3), (long) r.nextInt(4));
    }
    return map;
  }

  private Facts facts(Random r) {
    long produced = r.nextInt(3);
    return new Facts(NODE, null, Map.of("f", (long) r.nextInt(3)), produced, "m");
  }

  private ExportSet exports(Random r) {
    return new ExportSet(NODE, stamp(r), List.of());
  }

  private EnvironmentName environment(Random r) {
    return new EnvironmentName("e" + r.nextInt(3));
  }

  private NodeState state(Random r) {
    Map<EnvironmentName, Long> generations = new HashMap<>();
    for (int i = 0; i < r.nextInt(3); i++) {
      generations.put(environment(r), (long) r.nextInt(3));
    }
    return new NodeState(
        NODE,
        generations,
        r.nextInt(3),
        r.nextInt(4) == 0 ? null : environment(r),
        r.nextInt(3),
        r.nextInt(3),
        Map.of("uptime", (long) r.nextInt(2)),
        r.nextBoolean() ? null : "c" + r.nextInt(2),
        null);
  }

  private CodeHistory code(Random r) {
    List<CodeVersion> settled =
        IntStream.range(0, r.nextInt(4)).mapToObj(i -> version(r.nextInt(4) + 1)).toList();
    List<CodeHistory.Proposal> proposals =
        IntStream.range(0, r.nextInt(3))
            .mapToObj(i -> proposal(r.nextInt(3), r.nextBoolean()))
            .toList();
    return CodeHistory.merge(CodeHistory.EMPTY, new CodeHistory(settled, proposals));
  }

  private static CodeHistory.Proposal proposal(int id, boolean withdrawn) {
    return new CodeHistory.Proposal("p" + id, version(id + 3), withdrawn);
  }

  private static CodeVersion version(int generation) {
    return new CodeVersion(new EnvironmentName("e"), generation, "t" + generation, 8, 1, "m");
  }

  private RequestState request(Random r) {
    CertificateRequest request = new CertificateRequest(NODE, "p" + r.nextInt(2), r.nextInt(3));
    return new RequestState(request, r.nextBoolean());
  }

  private IssuedCertificates certificates(Random r) {
    IssuedCertificates all = IssuedCertificates.NONE;
    for (int i = 0; i < r.nextInt(4); i++) {
      int serial = r.nextInt(3);
      all =
          all.with(
              new IssuedCertificate(NODE, BigInteger.valueOf(serial), "p" + serial, serial, 9));
    }
    int retired = r.nextInt(6);
    return all.retire(c -> c.serial().intValue() == retired);
  }

  private Revocations revocations(Random r) {
    Map<BigInteger, Revocation> all = new HashMap<>();
    for (int i = 0; i < r.nextInt(4); i++) {
      BigInteger serial = BigInteger.valueOf(r.nextInt(3));
      all.put(serial, new Revocation(serial, r.nextInt(3), r.nextInt(2)));
    }
    return new Revocations(all);
  }
}
