// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bunraku.compiler.LanguageOptions;
import io.bunraku.compiler.LanguageOptions.Strict;
import io.bunraku.compiler.LanguageVersion;
import io.bunraku.compiler.syntax.Definition;
import io.bunraku.compiler.syntax.Definition.FunctionDefinition;
import io.bunraku.compiler.syntax.Definition.HostClassDefinition;
import io.bunraku.compiler.syntax.Definition.ResourceTypeDefinition;
import io.bunraku.compiler.syntax.Diagnostic;
import io.bunraku.compiler.syntax.Parser;
import io.bunraku.compiler.syntax.Severity;
import io.bunraku.compiler.syntax.Source;
import io.bunraku.compiler.syntax.SyntaxException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EvaluatingParserTest {

  private static final LanguageOptions PUPPET_7 =
      LanguageOptions.defaults(LanguageVersion.PUPPET_7);

  private static Source source(String text) {
    return new Source("m/manifests/init.pp", null, text);
  }

  private static List<Diagnostic> check(String text, FileNamespace namespace) {
    return Checker.check(Parser.parse(source(text)), PUPPET_7, namespace);
  }

  @Test
  void oneErrorIsRaisedAsItIs() {
    assertThatExceptionOfType(SyntaxException.class)
        .isThrownBy(() -> EvaluatingParser.parse(source("$x = )"), PUPPET_7, FileNamespace.none()))
        .withMessage("Syntax error at ')' (file: m/manifests/init.pp, line: 1, column: 6)")
        .satisfies(e -> assertThat(e.issueCode()).isEqualTo("SYNTAX_ERROR"))
        .satisfies(e -> assertThat(e.line()).isEqualTo(1))
        .satisfies(e -> assertThat(e.column()).isEqualTo(6))
        .satisfies(e -> assertThat(e.file()).isEqualTo("m/manifests/init.pp"));
  }

  @Test
  void severalErrorsAreSummedUp() {
    assertThatExceptionOfType(SyntaxException.class)
        .isThrownBy(
            () -> EvaluatingParser.parse(source("1 = 1\n2 = 2"), PUPPET_7, FileNamespace.none()))
        .withMessage("Language validation logged 2 errors. Giving up (file: m/manifests/init.pp)")
        .satisfies(e -> assertThat(e.diagnostics()).hasSize(2));
  }

  @Test
  void strictDecidesOnDuplicateKeys() {
    String text = "$x = { a => 1, a => 2 }";
    assertThat(severities(text, Strict.OFF)).isEmpty();
    assertThat(severities(text, Strict.WARNING)).containsExactly(Severity.WARNING);
    assertThat(severities(text, Strict.ERROR)).containsExactly(Severity.ERROR);
  }

  @Test
  void boolsInTextsAreRefusedInTheWordsOfRuby() {
    assertThat(messageOf("\"${true}\"", LanguageVersion.PUPPET_7))
        .isEqualTo(
            """
            undefined method `[]' for true:TrueClass

                  if name[0,1] =~ /[0-9]/
                         ^^^^^\
            """);
    assertThat(messageOf("\"${false}\"", LanguageVersion.PUPPET_8))
        .isEqualTo(
            """
            undefined method `[]' for false:FalseClass

                  if name[0, 1] =~ /[0-9]/
                         ^^^^^^\
            """);
  }

  private static String messageOf(String text, LanguageVersion version) {
    SyntaxException refusal =
        catchThrowableOfType(
            SyntaxException.class,
            () ->
                EvaluatingParser.parse(
                    source(text), LanguageOptions.defaults(version), FileNamespace.none()));
    return String.valueOf(refusal.getMessage());
  }

  @Test
  void typesOfClassParametersShouldBeLiteral_saysPuppet8() {
    String parameters =
        "Optional[[String]] $a, Array[$x] $b, Integer[1+1] $c, Struct[{k => Optional[$x]}] $d,"
            + " Integer[-3] $e, Struct[{Optional[k] => Integer}] $f, Optional[undef] $g, $h,"
            + " Enum['a', \"b\"] $i, Integer[default, 3] $j, Pattern[/x/] $k, Array[\"$x\"] $l";
    LanguageOptions puppet8 = LanguageOptions.defaults(LanguageVersion.PUPPET_8);
    String text = "class x(" + parameters + ") { }\ndefine y(" + parameters + ") { }";
    assertThat(Checker.check(Parser.parse(source(text)), puppet8))
        .extracting(Diagnostic::message)
        .containsExactlyElementsOf(
            Stream.of("a", "b", "c", "d", "l")
                .map(name ->
                    "The parameter '$%s' must be a literal type, not a Puppet::Pops::Model::AccessExpression"
                        .formatted(name))
                .toList());
    assertThat(check(text, FileNamespace.none())).isEmpty();
  }

  private static List<Severity> severities(String text, Strict strict) {
    LanguageOptions options = new LanguageOptions(LanguageVersion.PUPPET_8, strict, true);
    return Checker.check(Parser.parse(source(text)), options).stream()
        .map(Diagnostic::severity)
        .toList();
  }

  @Test
  void warningsOfTheLexerComeWithThoseOfTheChecker() {
    EvaluatingParser.Checked checked =
        EvaluatingParser.parse(
            source("$x = { \"\\q\" => 1, a => 1, a => 2 }"), PUPPET_7, FileNamespace.none());
    assertThat(checked.warnings())
        .extracting(Diagnostic::issueCode)
        .containsExactly("UNRECOGNIZED_ESCAPE", "DUPLICATE_KEY");
  }

  @Test
  void definitionsHaveFullNamesAndInnerOnesComeFirst() {
    String text = "class a { class b { define c { } } }\nfunction d::e() { }";
    assertThat(Parser.parse(source(text)).definitions())
        .extracting(EvaluatingParserTest::name)
        .containsExactly("a::b::c", "a::b", "a", "d::e");
  }

  private static String name(Definition definition) {
    return switch (definition) {
      case HostClassDefinition d -> d.name();
      case ResourceTypeDefinition d -> d.name();
      case FunctionDefinition d -> d.name();
      default -> "?";
    };
  }

  @Test
  void plansAreInTheLanguageOfTasksOnly() {
    Source plan = source("plan a::b($x) { apply(1) { notice(2) } }");
    assertThat(Parser.parseWithTasks(plan).definitions()).hasSize(1);
    assertThatExceptionOfType(SyntaxException.class).isThrownBy(() -> Parser.parse(plan));
  }

  @Test
  void aFileOfAModuleHoldsWhatAutoloadLooksForInIt() {
    FileNamespace apache = FileNamespace.ofModuleFile("apache/manifests/mod/ssl.pp");
    assertThat(apache).isEqualTo(new FileNamespace.Prefix("apache::mod::ssl"));
    assertThat(check("class apache::mod::ssl { }", apache)).isEmpty();
    assertThat(check("class apache::mod { }", apache))
        .extracting(Diagnostic::message)
        .containsExactly(
            "Unacceptable location. The name 'apache::mod' is unacceptable in file"
                + " 'm/manifests/init.pp'");
    assertThat(check("notice(1)\nnode a { }", apache))
        .extracting(Diagnostic::message)
        .containsExactly(
            "This Function Call is unacceptable as a top level construct in this location",
            "This Node Definition is unacceptable as a top level construct in this location");
  }

  /** Puppet 8 takes types, accesses (by their keys alone) and negated numbers for literal keys. */
  @Test
  void keysThatPuppet8KnowsToBeTheSame() {
    assertThat(keyMessages("{ Optional['a'] => 1, Optional['a'] => 2, String => 1, string => 2 }"))
        .containsExactly(
            "The key '[\"a\"]' is declared more than once",
            "The key 'string' is declared more than once");
    assertThat(keyMessages("{ $a[1] => 1, $b[1] => 2, -1 => 1, -1 => 2, -a => 1, a => 2 }"))
        .containsExactly(
            "The key '[1]' is declared more than once",
            "The key '-1' is declared more than once",
            "The key 'a' is declared more than once");
    assertThat(keyMessages("{ Optional[[a]] => 1, Optional[[a]] => 2 }")).isEmpty();
    assertThat(
            Checker.check(
                Parser.parse(source("{ $a[1] => 1, $b[1] => 2 }")), PUPPET_7, FileNamespace.none()))
        .extracting(Diagnostic::issueCode)
        .doesNotContain("DUPLICATE_KEY");
  }

  private static List<String> keyMessages(String hash) {
    LanguageOptions puppet8 = LanguageOptions.defaults(LanguageVersion.PUPPET_8);
    return Checker.check(Parser.parse(source("$x = " + hash)), puppet8, FileNamespace.none())
        .stream()
        .map(Diagnostic::message)
        .toList();
  }

  @Test
  void namespacesOfFiles() {
    assertThat(FileNamespace.ofModuleFile("a/manifests/init.pp"))
        .isEqualTo(new FileNamespace.Prefix("a"));
    assertThat(FileNamespace.ofModuleFile("a/functions/B.pp"))
        .isEqualTo(new FileNamespace.Prefix("a::b"));
    assertThat(FileNamespace.ofModuleFile("a/manifests/b/init.pp"))
        .isEqualTo(new FileNamespace.Prefix("a::b::init"));
    assertThat(FileNamespace.ofModuleFile("a/examples/x.pp"))
        .isEqualTo(new FileNamespace.Misplaced());
    assertThat(FileNamespace.ofModuleFile("a/templates/x.epp")).isEqualTo(new FileNamespace.None());
  }

  @Test
  void plansMakeCatalogsOnlyInWhatTheyApply() {
    assertThat(taskMessages("plan a { apply(1) { file { 'x': } } }")).isEmpty();
    assertThat(taskMessages("plan a { file { 'x': } }"))
        .containsExactly("A Resource Statement is only available when compiling a catalog");
    assertThat(taskMessages("plan a { apply(1) { apply(2) { } } }"))
        .containsExactly("An 'apply' expression is not available when compiling a catalog");
  }

  private static List<String> taskMessages(String text) {
    return Checker.checkWithTasks(Parser.parseWithTasks(source(text)), PUPPET_7).stream()
        .map(Diagnostic::message)
        .toList();
  }
}
