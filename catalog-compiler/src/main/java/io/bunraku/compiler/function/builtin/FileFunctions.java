// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.function.builtin;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.function.CallContext;
import io.bunraku.compiler.function.FunctionBody;
import io.bunraku.compiler.function.Params;
import io.bunraku.compiler.loader.ModuleIndex;
import io.bunraku.compiler.value.Binary;
import io.bunraku.compiler.value.Undef;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Files of modules and their paths, and programs that make text. */
final class FileFunctions {

  private FileFunctions() {}

  static void register(Registry functions) {
    functions.legacy("file", -2, (call, arguments, block) -> file(call, arguments));
    functions.legacy("generate", -2, (call, arguments, block) -> Generator.run(arguments));
    functions.define(
        "binary_file",
        f ->
            f.when(
                Params.of("String path"),
                (call, arguments, block) -> binaryFile(call, (String) arguments.get(0))));
    define(functions, "find_file", "paths", "paths_array", finding("files"));
    define(functions, "find_template", "paths", "paths_array", finding("templates"));
    define(
        functions,
        "module_directory",
        "names",
        "names",
        (call, names, block) -> moduleDirectory(modules(call), names));
  }

  private static void define(
      Registry functions, String name, String strings, String lists, FunctionBody body) {
    functions.define(
        name,
        f ->
            f.when(Params.of().repeated("String " + strings), body)
                .when(
                    Params.of().repeated("Array[String] " + lists),
                    (call, arguments, block) -> body.call(call, Lists.flatten(arguments), block)));
  }

  private static ModuleIndex modules(CallContext call) {
    return call.scope().compilation().loader().modules();
  }

  private static FunctionBody finding(String subdirectory) {
    return (call, arguments, block) -> {
      Path found = findFirst(call, subdirectory, arguments);
      return found == null ? Undef.UNDEF : found.toString();
    };
  }

  static @Nullable Path findFirst(CallContext call, String subdirectory, List<Object> references) {
    for (Object reference : references) {
      Path found = find(modules(call), subdirectory, PuppetView.INSTANCE.text(reference));
      if (found != null && Files.exists(found)) {
        return found;
      }
    }
    return null;
  }

  /** The file that {@code module/path} or an absolute path means, or null. */
  static @Nullable Path find(ModuleIndex modules, String subdirectory, String reference) {
    if (reference.startsWith("/")) {
      return Path.of(reference);
    }
    int slash = reference.indexOf('/');
    if (slash < 0 || reference.contains("..")) {
      return null;
    }
    return modules.file(
        reference.substring(0, slash), subdirectory, reference.substring(slash + 1));
  }

  private static Object moduleDirectory(ModuleIndex modules, List<Object> names) {
    for (Object name : names) {
      Path directory = modules.directory((String) name);
      if (directory != null) {
        return directory.toString();
      }
    }
    return Undef.UNDEF;
  }

  private static Object file(CallContext call, List<Object> references) {
    Path found = findFirst(call, "files", references);
    if (found == null) {
      throw new EvaluationException(
          "Could not find any files from " + PuppetView.LEGACY.join(references, ", "));
    }
    String text = new String(read(found), StandardCharsets.UTF_8);
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  private static Object binaryFile(CallContext call, String reference) {
    Path found = findFirst(call, "files", List.of(reference));
    if (found == null) {
      throw new EvaluationException(
          "binary_file(): The given file '" + reference + "' does not exist");
    }
    return new Binary(read(found));
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      String reason =
          Files.isDirectory(file)
              ? "Is a directory @ io_fread - "
              : "Permission denied @ rb_sysopen - ";
      throw new EvaluationException(reason + file);
    }
  }
}
