// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bunraku.compiler.CompilationException;
import io.bunraku.compiler.CompileRequest;
import io.bunraku.compiler.Compiler;
import io.bunraku.compiler.LanguageOptions;
import io.bunraku.compiler.LanguageVersion;
import io.bunraku.compiler.loader.DirectoryEnvironmentLoader;
import io.bunraku.compiler.loader.EnvironmentSettings;
import io.bunraku.compiler.loader.ProgramCache;
import io.bunraku.compiler.port.CompilerPorts;
import io.bunraku.compiler.port.ExportedResourceFinder;
import io.bunraku.compiler.port.RubyBridge;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Resource types that are written in Ruby, with no Ruby at hand. */
class TypesOfModulesTest {

  @TempDir private Path directory;

  private void write(String path, String text) throws Exception {
    Path file = directory.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private String compile(String manifest) throws Exception {
    LanguageOptions options = LanguageOptions.defaults(LanguageVersion.PUPPET_8);
    write("manifests/site.pp", manifest);
    StringWriter text = new StringWriter();
    try (Compiler compiler = new Compiler(1, Duration.ofSeconds(30));
        JsonGenerator generator = new ObjectMapper().getFactory().createGenerator(text)) {
      compiler
          .compile(
              new CompileRequest(
                  "node",
                  "production",
                  Map.of(),
                  Map.of(),
                  Map.of(),
                  Map.of(),
                  Map.of(),
                  Map.of(),
                  options,
                  null),
              DirectoryEnvironmentLoader.load(
                  EnvironmentSettings.of("production", directory, options), new ProgramCache()),
              new CompilerPorts(
                  ExportedResourceFinder.NONE,
                  RubyBridge.NONE,
                  Clock.systemUTC(),
                  new SplittableRandom(1)))
          .catalog()
          .writeWithExportedTo(generator);
    }
    return text.toString();
  }

  @Test
  void aGeneratedTypeKnowsItsParameters() throws Exception {
    write(
        ".resource_types/thing.pp",
        "Puppet::Resource::ResourceType3.new('thing',"
            + " [Puppet::Resource::Param(Any, 'color')],"
            + " [Puppet::Resource::Param(Any, 'label', true)], {/(.*)/ => ['label']}, true, false)");
    assertThat(compile("thing { 'x': color => 'red' }")).contains("\"color\":\"red\"");
    assertThatThrownBy(() -> compile("thing { 'x': size => 1 }"))
        .isInstanceOf(CompilationException.class)
        .hasMessageContaining("no parameter named 'size'");
    assertThatThrownBy(() -> compile("thing { 'x': } thing { 'y': label => 'x' }"))
        .hasMessageContaining("Cannot alias Thing[y] to [\"x\"]");
  }

  @Test
  void whatIsKnownOfATypeInRubyIsWhatItsTextShows() throws Exception {
    write(
        "modules/m/lib/puppet/type/thing.rb",
        "Puppet::Type.newtype(:thing) do\n  newparam(:label, namevar: true)\nend\n");
    assertThat(compile("thing { 'x': size => 1 }")).contains("\"size\":1");
    assertThatThrownBy(() -> compile("thing { 'x': } thing { 'y': label => 'x' }"))
        .hasMessageContaining("Cannot alias Thing[y] to [\"x\"]");
  }

  @Test
  void typesOfNobodyAreUnknown() {
    assertThatThrownBy(() -> compile("thing { 'x': }"))
        .hasMessageContaining("Unknown resource type: 'thing'");
  }
}
