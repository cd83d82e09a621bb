// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.bunraku.compiler.Compiler;
import io.bunraku.compiler.port.ExportedResourceFinder;
import io.bunraku.master.Compilers;
import io.bunraku.storeconfig.spi.StoreUnavailableException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What agents see of exported resources, and what their runs cost the store. */
@SuppressWarnings("NullAway.Init") // JUnit fills them
class ExportedResourcesRequestsTest {
  private static final String MANIFEST =
      """
      node /^exporter/ { @@notify { 'shared': message => $trusted['certname'] } }
      node /^collector/ { Notify <<| |>> }
      node /^both/ { notify { 'shared': } Notify <<| |>> }
      """;

  @TempDir private Path directory;
  private TestMaster master;
  private Compiler compiler;

  @BeforeEach
  void start() throws Exception {
    master = new TestMaster(directory);
    master.write("code/environments/production/manifests/site.pp", MANIFEST);
    compiler = Compilers.open(2);
    collectFrom(master.store.exports()::find);
  }

  @AfterEach
  void stop() throws Exception {
    compiler.close();
    master.close();
  }

  private void collectFrom(ExportedResourceFinder exports) {
    master.compiler = Compilers.over(compiler, environment -> exports, Clock.systemUTC());
  }

  private HttpResponse<String> run(String node) throws Exception {
    String facts = "{\"name\":\"" + node + "\",\"values\":{\"kernel\":\"Linux\"}}";
    return master.catalog(node, AgentRequestsTest.form(facts));
  }

  @Test
  void aDuplicateNamesBothExportersAndTheCommandThatHelps() throws Exception {
    assertThat(run("exporter1").statusCode()).isEqualTo(200);
    assertThat(run("collector").body()).contains("exporter1");
    assertThat(run("exporter2").statusCode()).isEqualTo(200);
    HttpResponse<String> refused = run("collector");
    assertThat(refused.statusCode()).isEqualTo(500);
    assertThat(refused.body())
        .contains(
            "A duplicate resource was found while collecting exported resources, with the type and"
                + " title Notify[shared] (exported by exporter1 and by exporter2; if one of them is"
                + " gone: bunraku node deactivate NAME)");
    master.store.nodes().deactivate(new io.bunraku.storeconfig.model.Certname("exporter1"));
    assertThat(run("collector").body()).contains("exporter2");
  }

  @Test
  void aDuplicateOfANodesOwnResourceNamesTheExporter() throws Exception {
    assertThat(run("exporter1").statusCode()).isEqualTo(200);
    assertThat(run("both").body())
        .contains("(exported by exporter1 and declared by this node itself (file: ")
        .contains("if exporter1 is gone: bunraku node deactivate exporter1)");
  }

  @Test
  void collectorsAreRefusedWhenTheReplicaIsTooOld() throws Exception {
    collectFrom(query -> {
      throw new StoreUnavailableException("this master's are 9 s old");
    });
    HttpResponse<String> refused = run("collector");
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.body()).contains("this master's are 9 s old");
    assertThat(refused.headers().firstValue("Retry-After")).isEmpty();
    assertThat(run("exporter1").statusCode()).isEqualTo(200);
  }

  private double writes() {
    return master.meters.get("bunraku.store.written").summaries().stream()
        .mapToDouble(s -> s.count())
        .sum();
  }

  private void report(String id) throws Exception {
    String report =
        "{\"host\":\"exporter1\",\"transaction_uuid\":\""
            + id
            + "\",\"status\":\"unchanged\",\"logs\":[]}";
    assertThat(
            master
                .send(
                    master
                        .as("exporter1", "/puppet/v3/report/exporter1?environment=production")
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(report)))
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void anUnchangedRunWritesTheNodesStateAndItsReport() throws Exception {
    run("exporter1");
    report("u1");
    double before = writes();
    assertThat(run("exporter1").statusCode()).isEqualTo(200);
    assertThat(writes() - before).isEqualTo(1);
    report("u2");
    assertThat(writes() - before).isEqualTo(2);
  }

  @Test
  void factsAreKeptAlsoWhenTheCodeFails() throws Exception {
    master.write("code/environments/production/manifests/site.pp", "fail('no')");
    assertThat(run("web1").statusCode()).isEqualTo(500);
    assertThat(master.store.facts().get(new io.bunraku.storeconfig.model.Certname("web1")))
        .isPresent();
  }
}
