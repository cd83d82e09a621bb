// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.ca;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether a request is signed at once: Puppet's {@code autosign} setting. */
public sealed interface Autosigner {

  /** Whether the request for a name is signed without asking anybody. */
  boolean accepts(String certname, String requestPem);

  /**
   * Reads the setting.
   *
   * @param setting {@code true}, {@code false}, or the path of an executable or of a file of names
   *     and globs; a path that does not exist signs nothing
   */
  static Autosigner of(String setting) {
    return switch (setting) {
      case "true" -> new Always();
      case "false", "" -> new Never();
      default -> new FromPath(Path.of(setting));
    };
  }

  /** {@code autosign = true}: for trusted networks only. */
  record Always() implements Autosigner {
    @Override
    public boolean accepts(String certname, String requestPem) {
      return true;
    }
  }

  /** {@code autosign = false}. */
  record Never() implements Autosigner {
    @Override
    public boolean accepts(String certname, String requestPem) {
      return false;
    }
  }

  /** A file: executed when it can be, else read as a list. Looked at for each request. */
  record FromPath(Path path) implements Autosigner {

    private static final Logger LOG = LoggerFactory.getLogger(Autosigner.class);
    private static final int DEADLINE_SECONDS = 60;

    @Override
    public boolean accepts(String certname, String requestPem) {
      try {
        if (!Files.isRegularFile(path)) {
          return false;
        }
        return Files.isExecutable(path) ? execute(certname, requestPem) : isListed(certname);
      } catch (IOException e) {
        LOG.error("Autosign by '{}' failed: {}", path, e.getMessage());
        return false;
      }
    }

    private boolean execute(String certname, String requestPem) throws IOException {
      Process process =
          new ProcessBuilder(path.toString(), certname)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try {
        feed(process, requestPem);
        if (process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
          return accepted(certname, process.exitValue());
        }
        LOG.warn("Autosign command '{}' did not end in {} s", path, DEADLINE_SECONDS);
        return false;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      } finally {
        process.destroyForcibly();
      }
    }

    private static void feed(Process process, String requestPem) {
      try (OutputStream input = process.getOutputStream()) {
        input.write(requestPem.getBytes(StandardCharsets.US_ASCII));
      } catch (IOException e) {
        LOG.debug("The autosign command did not read the request: {}", e.getMessage());
      }
    }

    private boolean accepted(String certname, int exit) {
      if (exit != 0) {
        LOG.warn(
            "Autosign command '{}' rejected certificate '{}' because the exit code was {}, not"
                + " zero",
            path,
            certname,
            exit);
      }
      return exit == 0;
    }

    private boolean isListed(String certname) throws IOException {
      List<String> lines = Files.readAllLines(path);
      return lines.stream()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .anyMatch(line -> matches(line, certname));
    }

    private boolean matches(String line, String certname) {
      if (line.contains("#") || line.contains(" ")) {
        LOG.error("Invalid pattern '{}' found in {}", line, path);
        return false;
      }
      if (!line.startsWith("*")) {
        return line.equals(certname);
      }
      return line.equals("*") || endsWithLabels(labels(certname), labels(line.substring(1)));
    }

    private static List<String> labels(String domain) {
      return Arrays.stream(domain.toLowerCase(Locale.ROOT).split("\\."))
          .filter(label -> !label.isEmpty())
          .toList();
    }

    private static boolean endsWithLabels(List<String> name, List<String> suffix) {
      int from = name.size() - suffix.size();
      return from >= 0 && name.subList(from, name.size()).equals(suffix);
    }
  }
}
