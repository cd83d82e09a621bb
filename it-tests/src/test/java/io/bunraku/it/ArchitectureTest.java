// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The walls of the house inside the modules; the enforcer keeps those between modules. */
@AnalyzeClasses(packages = "io.bunraku", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule syntaxKnowsNothingOfEvaluation =
      noClasses()
          .that()
          .resideInAPackage("io.bunraku.compiler.syntax..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.bunraku.compiler.check..",
              "io.bunraku.compiler.link..",
              "io.bunraku.compiler.eval..",
              "io.bunraku.compiler.catalog..",
              "io.bunraku.compiler.type..",
              "io.bunraku.compiler.function..",
              "io.bunraku.compiler.hiera..",
              "io.bunraku.storeconfig..");

  @ArchTest
  static final ArchRule compilerSeesModelAndQueryOnly =
      noClasses()
          .that()
          .resideInAPackage("io.bunraku.compiler..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.bunraku.storeconfig",
              "io.bunraku.storeconfig.spi..",
              "io.bunraku.storeconfig.merge..",
              "io.bunraku.storeconfig.memory..",
              "io.bunraku.storeconfig.internal..");

  @ArchTest
  static final ArchRule masterNamesNoBackendAndNoRuby =
      noClasses()
          .that()
          .resideInAPackage("io.bunraku.master..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.bunraku.storeconfig.local..", "io.bunraku.ruby..", "org.jruby..", "org.sqlite..");

  @ArchTest
  static final ArchRule noRoomsWithoutAName =
      noClasses()
          .should()
          .resideInAnyPackage("..util..", "..common..", "..impl..", "..manager..", "..dto..")
          .allowEmptyShould(true);
}
