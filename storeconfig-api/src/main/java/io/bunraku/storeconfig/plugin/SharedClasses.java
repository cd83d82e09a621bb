// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.plugin;

import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a plug-in sees of this program: the JDK, the interface of backends, and what that speaks of.
 * Libraries of the program stay hidden, so that a plug-in can bring its own version of each.
 */
final class SharedClasses extends ClassLoader {
  private static final List<String> SHARED =
      List.of("io.bunraku.storeconfig.", "org.slf4j.", "org.jspecify.");

  private final ClassLoader program;

  SharedClasses(ClassLoader program) {
    super(ClassLoader.getPlatformClassLoader());
    this.program = program;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (SHARED.stream().anyMatch(name::startsWith)) {
      return program.loadClass(name);
    }
    throw new ClassNotFoundException(name);
  }

  /** Or the program's own services would look like the plug-in's. */
  @Override
  protected @Nullable URL findResource(String name) {
    return null;
  }

  @Override
  protected Enumeration<URL> findResources(String name) {
    return Collections.emptyEnumeration();
  }
}
