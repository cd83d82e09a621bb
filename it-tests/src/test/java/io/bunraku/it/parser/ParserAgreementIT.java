// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.bunraku.compiler.LanguageOptions;
import io.bunraku.compiler.LanguageVersion;
import io.bunraku.compiler.check.EvaluatingParser;
import io.bunraku.compiler.check.FileNamespace;
import io.bunraku.compiler.syntax.Source;
import io.bunraku.compiler.syntax.SyntaxException;
import io.bunraku.it.parser.PuppetOracle.Text;
import io.bunraku.it.parser.PuppetOracle.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Our parser and checker against those of the installed Puppet: the manifests and templates of all
 * modules that the machine has, and mutants of them.
 */
class ParserAgreementIT {

  private static final Logger LOG = LoggerFactory.getLogger(ParserAgreementIT.class);
  private static final LanguageOptions OPTIONS = LanguageOptions.defaults(LanguageVersion.PUPPET_7);
  private static final int MUTANTS = Integer.getInteger("parser.mutants", 5_000);
  private static final long SEED = Long.getLong("parser.seed", 20_260_101L);

  @TempDir private Path scratch;

  @BeforeAll
  static void puppetIsInstalled() throws InterruptedException {
    String reason = PuppetOracle.whyNot();
    if (!reason.isEmpty()) {
      LOG.warn("Parser agreement is not tested: {}", reason);
    }
    assumeTrue(reason.isEmpty(), reason);
  }

  @Test
  void everyFileOfTheModulesIsJudgedAlike() throws IOException {
    Agreement agreement = compare(modules());
    LOG.info("Files of modules: {}", agreement);
    assertThat(agreement.differences()).isEmpty();
    assertThat(agreement.sameLine()).isEqualTo(agreement.bothReject());
  }

  @Test
  void mutantsAreJudgedAlike() throws IOException {
    Agreement agreement = compare(new Mutants(SEED, modules()).make(MUTANTS));
    LOG.info("Mutants: {}; those judged otherwise: {}", agreement, agreement.differences());
    assertThat(agreement.same()).isGreaterThanOrEqualTo(agreement.texts() * 99 / 100);
    assertThat(agreement.sameLine()).isGreaterThanOrEqualTo(agreement.bothReject() * 95 / 100);
  }

  /** How far two judges agree. */
  private record Agreement(
      int texts, int bothReject, int sameLine, int sameMessage, List<String> differences) {

    int same() {
      return texts - differences.size();
    }

    @Override
    public String toString() {
      return "%d of %d judged alike; of %d rejected by both, %d on the same line, %d in the same words"
          .formatted(same(), texts, bothReject, sameLine, sameMessage);
    }
  }

  private Agreement compare(List<Text> texts) throws IOException {
    List<Verdict> expected = PuppetOracle.ask(texts, scratch);
    assertThat(expected).hasSameSizeAs(texts);
    List<String> differences = new ArrayList<>();
    int bothReject = 0;
    int sameLine = 0;
    int sameMessage = 0;
    for (int i = 0; i < texts.size(); i++) {
      Verdict theirs = expected.get(i);
      Verdict ours = judge(texts.get(i));
      if (ours.accepted() != theirs.accepted()) {
        differences.add(texts.get(i).name() + " ours " + ours + " theirs " + theirs);
      } else if (!ours.accepted()) {
        bothReject++;
        sameLine += ours.line() == theirs.line() ? 1 : 0;
        sameMessage += ours.message().equals(theirs.message()) ? 1 : 0;
      }
    }
    return new Agreement(texts.size(), bothReject, sameLine, sameMessage, differences);
  }

  private static Verdict judge(Text text) {
    Source source = new Source(text.name(), null, text.content());
    try {
      if (text.kind().equals("epp")) {
        EvaluatingParser.parseEpp(source, OPTIONS);
      } else {
        Path relative = PuppetOracle.MODULES.relativize(Path.of(text.name()));
        EvaluatingParser.parse(source, OPTIONS, FileNamespace.ofModuleFile(relative.toString()));
      }
      return new Verdict(true, "", 0);
    } catch (SyntaxException e) {
      return new Verdict(false, e.diagnostics().get(0).message(), e.diagnostics().get(0).line());
    }
  }

  private static List<Text> modules() throws IOException {
    try (Stream<Path> files = Files.walk(PuppetOracle.MODULES, FileVisitOption.FOLLOW_LINKS)) {
      List<Text> texts = new ArrayList<>();
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = file.toString();
        String kind = name.substring(name.lastIndexOf('.') + 1);
        if (kind.equals("pp") || kind.equals("epp")) {
          String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
          texts.add(new Text(kind, name, text));
        }
      }
      return texts;
    }
  }
}
