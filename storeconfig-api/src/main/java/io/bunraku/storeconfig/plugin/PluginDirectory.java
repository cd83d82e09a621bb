// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.plugin;

import io.bunraku.storeconfig.spi.StoreBackendProvider;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * Finds backends. In a plug-in directory each jar, and each directory of jars, is one plug-in with
 * a class loader of its own, which lives as long as the process.
 */
public final class PluginDirectory {

  private PluginDirectory() {}

  /** What a look at a place brought. */
  public sealed interface Finding {
    /**
     * A backend.
     *
     * @param provider makes it
     * @param version as its jar says
     * @param origin where it was
     */
    record Backend(StoreBackendProvider provider, String version, String origin)
        implements Finding {}

    /**
     * Something that cannot be used.
     *
     * @param line what and why
     */
    record Problem(String line) implements Finding {}
  }

  /** The backends on the class path. */
  public static List<Finding> classPath() {
    return providers(PluginDirectory.class.getClassLoader(), "class path", false);
  }

  /** The backends of a directory, sorted by the names of the plug-ins. */
  public static List<Finding> read(Path directory) {
    List<Finding> findings = new ArrayList<>();
    if (Files.isDirectory(directory)) {
      try (Stream<Path> places = Files.list(directory)) {
        places
            .filter(p -> !p.getFileName().toString().startsWith("."))
            .filter(p -> Files.isDirectory(p) || isJar(p))
            .sorted()
            .forEach(place -> findings.addAll(plugin(place)));
      } catch (IOException e) {
        findings.add(new Finding.Problem(directory + ": cannot be read: " + e));
      }
    }
    return findings;
  }

  private static boolean isJar(Path file) {
    return file.getFileName().toString().endsWith(".jar");
  }

  private static List<Finding> plugin(Path place) {
    try {
      List<Path> jars = jars(place);
      URL[] urls = new URL[jars.size()];
      for (int i = 0; i < urls.length; i++) {
        requireZip(jars.get(i));
        urls[i] = url(jars.get(i));
      }
      ClassLoader program = PluginDirectory.class.getClassLoader();
      URLClassLoader loader =
          new URLClassLoader(String.valueOf(place.getFileName()), urls, new SharedClasses(program));
      List<Finding> found = providers(loader, place.toString(), true);
      return found.isEmpty() ? problem(place, "brings no backend") : found;
    } catch (IOException e) {
      return problem(place, "is no plug-in: " + e.getMessage());
    }
  }

  private static List<Finding> problem(Path place, String why) {
    return List.of(new Finding.Problem(place + ": " + why));
  }

  private static List<Path> jars(Path place) throws IOException {
    if (!Files.isDirectory(place)) {
      return List.of(place);
    }
    try (Stream<Path> files = Files.list(place)) {
      return files.filter(PluginDirectory::isJar).sorted().toList();
    }
  }

  private static URL url(Path jar) throws MalformedURLException {
    return jar.toUri().toURL();
  }

  /** A class loader passes over a file that is no jar without a word. */
  private static void requireZip(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      zip.size();
    } catch (IOException e) {
      throw new IOException(jar.getFileName() + " cannot be read as a jar: " + e.getMessage(), e);
    }
  }

  /** One broken provider does not hide the others. */
  private static List<Finding> providers(ClassLoader loader, String place, boolean apart) {
    List<Finding> findings = new ArrayList<>();
    Iterator<StoreBackendProvider> providers =
        ServiceLoader.load(StoreBackendProvider.class, loader).iterator();
    while (true) {
      try {
        if (!providers.hasNext()) {
          return findings;
        }
        findings.add(finding(providers.next(), loader, place, apart));
      } catch (ServiceConfigurationError | LinkageError e) {
        findings.add(new Finding.Problem(place + ": a backend cannot be loaded: " + why(e)));
      }
    }
  }

  private static Finding finding(
      StoreBackendProvider provider, ClassLoader loader, String place, boolean apart) {
    JarVersion jar = JarVersion.of(provider.getClass());
    String origin = apart ? place : jar.file(place);
    return new Finding.Backend(
        apart ? new PluginProvider(provider, loader, origin) : provider, jar.version(), origin);
  }

  private static String why(Error e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return cause.getClass().getSimpleName() + ": " + cause.getMessage();
  }
}
