// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.function.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The limits that docs/language.md lists: what is said or done instead of what Puppet does. */
class KnownLimitsTest {

  @TempDir private Path directory;

  private Expressions.Outcome evaluate(String text) {
    return new Expressions(directory).evaluate(text);
  }

  private void write(String path, String text) throws IOException {
    Path file = directory.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void templatesInErbNeedRuby() throws IOException {
    write("modules/m/templates/t.erb", "<%= 1 %>");
    for (String call : new String[] {"template('m/t.erb')", "inline_template('<%= 1 %>')"}) {
      assertThat(evaluate(call).error())
          .contains("(): ERB templates need Ruby, and this master runs without it");
    }
  }

  @Test
  void functionsInRubyAreUnknown() throws IOException {
    write("modules/m/lib/puppet/functions/m/f.rb", "Puppet::Functions.create_function(:'m::f')");
    assertThat(evaluate("m::f()").error()).contains("Unknown function: 'm::f'");
  }

  @Test
  void typesOfPuppetsOwnImplementationAreUnknown() {
    for (String type : new String[] {"Pcore::IntegerType", "Puppet::AST::Program"}) {
      assertThat(evaluate(type).error()).contains("Resource type not found: " + type);
    }
    for (String type : new String[] {"Annotation", "Pcore::URI", "Pcore::MemberName"}) {
      assertThat(evaluate(type).type()).isEqualTo("Type[" + type + "]");
    }
  }

  @Test
  void nothingCanBeAnnotated() {
    assertThat(evaluate("annotate(Annotation, 1)").value()).isNull();
    assertThat(evaluate("annotate(Annotation, 1, {a => 1})").error())
        .contains("undefined method `from_hash' for Puppet::Pops::Types::Annotation:Class");
  }

  @Test
  void functionsOfPuppetCannotBeReplaced() {
    assertThat(evaluate("function upcase($x) { 'mine' }\nupcase('a')").value()).isEqualTo("A");
  }

  @Test
  void printingATypeSetHasNoEffectOnWhatIsPrintedLater() throws IOException {
    write(
        "modules/cars/types/init_typeset.pp",
        "type Cars = TypeSet[{pcore_version => '1.0.0', version => '1.0.0',"
            + " types => {Car => Object[{attributes => {reg => String}}]}}]");
    Object alone = evaluate("String(Cars::Car)").value();
    assertThat(evaluate("$s = String(Cars)\nString(Cars::Car)").value()).isEqualTo(alone);
    assertThat(evaluate("String(Cars::Car('x'))").value()).isEqualTo("Cars::Car({'reg' => 'x'})");
  }

  @Test
  void typeSetsOfOtherModulesAreFoundWhicheverIsAskedForFirst() throws IOException {
    write(
        "modules/cars/types/init_typeset.pp",
        "type Cars = TypeSet[{pcore_version => '1.0.0', version => '1.0.0',"
            + " types => {Car => Object[{attributes => {wheel => Parts::Wheel}}]},"
            + " references => {Parts => {name => 'Parts', version_range => '1.x'}}}]");
    write(
        "modules/parts/types/init_typeset.pp",
        "type Parts = TypeSet[{pcore_version => '1.0.0', version => '1.0.0',"
            + " types => {Wheel => Object[{attributes => {size => Integer}}]}}]");
    assertThat(evaluate("Cars::Car(Parts::Wheel(3)).wheel.size").value()).isEqualTo(3L);
    assertThat(evaluate("$w = Parts::Wheel(3)\nCars::Car($w).wheel.size").value()).isEqualTo(3L);
  }
}
