// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bunraku.compiler.LanguageOptions;
import io.bunraku.compiler.LanguageVersion;
import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.syntax.SyntaxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryEnvironmentLoaderTest {

  @TempDir Path directory;
  private final ProgramCache cache = new ProgramCache();

  private EnvironmentSettings settings() {
    return EnvironmentSettings.of(
        "production", directory, LanguageOptions.defaults(LanguageVersion.PUPPET_7));
  }

  private DirectoryEnvironmentLoader load() {
    return DirectoryEnvironmentLoader.load(settings(), cache);
  }

  private Path write(String path, String text) throws IOException {
    Path file = directory.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  @Test
  void hostClass_isFoundInTheFileOfItsName() throws IOException {
    write("modules/a/manifests/init.pp", "class a { }");
    write("modules/a/manifests/b/c.pp", "class a::b::c { }");
    EnvironmentLoader session = load().session();

    Loaded<?> init = Objects.requireNonNull(session.hostClass("a"));
    Loaded<?> nested = Objects.requireNonNull(session.hostClass("a::b::c"));

    assertThat(init.moduleName()).isEqualTo("a");
    assertThat(nested.source().logicalPath())
        .isEqualTo(directory.resolve("modules/a/manifests/b/c.pp").toString());
    assertThat(session.hostClass("a::b")).isNull();
    assertThat(session.hostClass("nope::x")).isNull();
    assertThat(session.hostClass("a::../../x")).isNull();
  }

  @Test
  void hostClass_isFoundInShorterFilesAndInWhatIsLoadedAlready() throws IOException {
    write("modules/a/manifests/init.pp", "class a { }\nclass a::inner { }");
    write("modules/a/manifests/b.pp", "class a::b { }\nclass a::b::c { }\nclass a::bside { }");
    DirectoryEnvironmentLoader loader = load();

    assertThat(loader.session().hostClass("a::inner")).isNotNull();
    assertThat(loader.session().hostClass("a::b::c")).isNotNull();
    assertThat(loader.session().hostClass("a::bside")).isNull();

    EnvironmentLoader session = loader.session();
    assertThat(session.hostClass("a::b")).isNotNull();
    assertThat(session.hostClass("a::bside")).isNotNull();
  }

  @Test
  void definitions_mustHaveNamesOfTheirPlace() throws IOException {
    write("modules/a/manifests/b.pp", "class other { }");

    assertThatThrownBy(() -> load().session().hostClass("a::b"))
        .isInstanceOf(SyntaxException.class)
        .hasMessage(
            "Unacceptable location. The name 'other' is unacceptable in file '%s' (file: %s, line: 1, column: 1)",
            directory.resolve("modules/a/manifests/b.pp"),
            directory.resolve("modules/a/manifests/b.pp"));
  }

  @Test
  void definitions_areRefusedTwice() throws IOException {
    write("manifests/1.pp", "class a { }\n");
    write("manifests/2.pp", "\ndefine a() { }\n");

    assertThatThrownBy(() -> load().session().hostClass("a"))
        .isInstanceOf(EvaluationException.class)
        .extracting(e -> ((EvaluationException) e).fullMessage())
        .isEqualTo(
            "'a' is already defined (file: %s, line: 1) as a class; cannot redefine as a definition (file: %s, line: 2)"
                .formatted(
                    directory.resolve("manifests/1.pp"), directory.resolve("manifests/2.pp")));
  }

  @Test
  void mainManifests_comeInTheOrderOfTheirPaths() throws IOException {
    write("manifests/b.pp", "node default { }");
    write("manifests/a/z.pp", "node 'z' { }");
    write("manifests/a.pp", "node 'a' { }");
    write("manifests/.hidden.pp", "syntax error");

    assertThat(load().mainManifests())
        .extracting(program -> program.source().logicalPath())
        .containsExactly(
            directory.resolve("manifests/a.pp").toString(),
            directory.resolve("manifests/a/z.pp").toString(),
            directory.resolve("manifests/b.pp").toString());
    assertThat(load().nodes()).hasSize(3);
  }

  @Test
  void code_replacesTheMainManifest() throws IOException {
    write("manifests/site.pp", "node default { }");
    DirectoryEnvironmentLoader loader =
        DirectoryEnvironmentLoader.load(settings().withCode("class x { }"), cache);

    assertThat(loader.hostClass("x")).isNotNull();
    assertThat(loader.nodes()).isEmpty();
    assertThat(loader.mainManifests().getFirst().source().logicalPath()).isNull();
  }

  @Test
  void environmentConf_saysWhereThingsAre() throws IOException {
    write(
        "environment.conf",
        "# a comment\nmodulepath = site:$basemodulepath # end\nmanifest=main.pp\nnonsense = 1\n");
    write("main.pp", "class frommain { }");
    write("site/s/manifests/init.pp", "class s { }");
    write("shared/t/manifests/init.pp", "class t { }");
    write("shared/s/manifests/init.pp", "class s { } class s::hidden { }");
    DirectoryEnvironmentLoader loader =
        DirectoryEnvironmentLoader.load(
            settings().withBaseModulePath(List.of(directory.resolve("shared"))), cache);

    assertThat(loader.modules().names()).containsExactly("s", "t");
    assertThat(loader.modules().directory("s")).isEqualTo(directory.resolve("site/s"));
    assertThat(loader.hostClass("frommain")).isNotNull();
    assertThat(loader.hostClass("s::hidden")).isNull();
    assertThat(loader.warnings())
        .containsExactly(
            "Invalid settings in environment.conf at '%s'. The following unknown setting(s) are being ignored: nonsense"
                .formatted(directory.resolve("environment.conf")));
  }

  @Test
  void modules_withoutRequiredMetadataAreNone() throws IOException {
    write("modules/good/metadata.json", "{}");
    write("modules/bad/metadata.json", "{\"name\": \"x-bad\"}");
    write("modules/Wrong/manifests/init.pp", "");
    write("modules/file", "not a directory");

    assertThat(load().modules().names()).containsExactly("good");
    assertThat(load().warnings()).containsExactly("No source module metadata provided for bad");
  }

  @Test
  void functionsAndTypes_haveFilesOfTheirOwn() throws IOException {
    write("modules/m/functions/sub/f.pp", "function m::sub::f() { 1 }");
    write("modules/m/types/port.pp", "type M::Port = Integer[1, 65535]");
    write("functions/plain.pp", "function plain() { 1 }");
    write("functions/environment/e.pp", "function environment::e() { 1 }");
    write("functions/wrong.pp", "function right() { 1 }");
    write("functions/many.pp", "function many() { 1 } function more() { 2 }");
    DirectoryEnvironmentLoader loader = load();

    assertThat(loader.function("m::sub::f")).isNotNull();
    assertThat(loader.typeAlias("m::port")).isNotNull();
    assertThat(loader.function("plain")).isNotNull();
    assertThat(loader.function("environment::e")).isNotNull();
    assertThat(loader.function("m::nope")).isNull();
    assertThatThrownBy(() -> loader.function("wrong"))
        .hasMessage(
            "The code loaded from %s produced function with the wrong name, expected wrong, actual right",
            directory.resolve("functions/wrong.pp"));
    assertThatThrownBy(() -> loader.function("many"))
        .hasMessage(
            "The code loaded from %s must contain only the function 'many' - it has additional definitions.",
            directory.resolve("functions/many.pp"));
  }

  @Test
  void files_stayInTheirModule() throws IOException {
    write("modules/m/files/a/b", "x");
    write("modules/m/secret", "x");
    ModuleIndex modules = load().modules();

    assertThat(modules.file("m", "files", "a/b"))
        .isEqualTo(directory.resolve("modules/m/files/a/b"));
    assertThat(modules.file("m", "files", "../secret")).isNull();
    assertThat(modules.file("m", "files", "a/../../secret")).isNull();
    assertThat(modules.file("m", "files", "/etc/passwd")).isNull();
    assertThat(modules.file("m", "files", "a\0")).isNull();
    assertThat(modules.file("m", "files", "")).isNull();
  }

  @Test
  void isCurrent_noticesWhatWasLookedAt() throws IOException {
    write("manifests/site.pp", "");
    Path file = write("modules/a/manifests/init.pp", "class a { }");
    DirectoryEnvironmentLoader loader = load();
    assertThat(loader.hostClass("a")).isNotNull();
    assertThat(loader.hostClass("a::b")).isNull();
    assertThat(loader.isCurrent()).isTrue();

    Path added = write("modules/a/manifests/b.pp", "class a::b { }");
    assertThat(loader.isCurrent()).isFalse();
    assertThat(load().hostClass("a::b")).isNotNull();

    Files.delete(added);
    DirectoryEnvironmentLoader again = load();
    assertThat(again.hostClass("a")).isNotNull();
    assertThat(again.isCurrent()).isTrue();
    Files.writeString(file, "class a { notice(1) }");
    assertThat(again.isCurrent()).isFalse();
  }

  @Test
  void versions_shareWhatIsEqual() throws IOException {
    write("modules/a/manifests/init.pp", "class a { }");

    Loaded<?> first = Objects.requireNonNull(load().hostClass("a"));
    Loaded<?> second = Objects.requireNonNull(load().hostClass("a"));

    assertThat(second.definition()).isSameAs(first.definition());
  }

  @Test
  void warnings_areGivenToTheViewThatLoads() throws IOException {
    write("modules/a/manifests/init.pp", "class a { $x = { 'k' => 1, 'k' => 2 } }");
    List<String> heard = new ArrayList<>();
    EnvironmentLoader session = load().session(warning -> heard.add(warning.message()));

    assertThat(session.hostClass("a")).isNotNull();

    assertThat(heard).containsExactly("The key 'k' is declared more than once");
  }

  @Test
  void typeAlias_ofAModulesNameIsItsTypeSet() throws IOException {
    write("modules/cars/types/init_typeset.pp", "type Cars = TypeSet[{pcore_version => '1.0.0'}]");
    write("modules/bikes/types/init_typeset.pp", "type Bikes = Integer");
    DirectoryEnvironmentLoader loader = load();

    assertThat(Objects.requireNonNull(loader.typeAlias("cars")).definition().name())
        .isEqualTo("Cars");
    assertThat(loader.typeAlias("planes")).isNull();
    assertThatThrownBy(() -> loader.typeAlias("bikes"))
        .hasMessage(
            "The code loaded from %s does not define the TypeSet 'Bikes'",
            directory.resolve("modules/bikes/types/init_typeset.pp"));
  }

  @Test
  void names_areKnownInLowerCase() throws IOException {
    write("manifests/site.pp", "class myWay { }\ndefine myDef { }\nfunction myFn() { }");
    EnvironmentLoader session = load().session();

    assertThat(session.hostClass("myway")).isNotNull();
    assertThat(session.resourceType("mydef")).isNotNull();
    assertThat(session.function("myfn")).isNotNull();
    assertThat(session.knowsDefine("mydef")).isTrue();
    assertThat(session.knowsDefine("myway")).isFalse();
  }
}
