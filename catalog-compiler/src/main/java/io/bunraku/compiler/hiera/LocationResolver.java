// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

import io.bunraku.compiler.eval.Scope;
import io.bunraku.compiler.hiera.InterpolatedText.Expression;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns what a hierarchy level writes into the files of a node. */
final class LocationResolver {

  private static final Pattern AUTHORITY =
      Pattern.compile("(?:[^@]*@)?(?:\\[.*]|[^:\\[\\]]*)(?::\\d*)?");

  private final HieraData data;
  private final Interpolator interpolator;

  LocationResolver(HieraData data) {
    this.data = data;
    this.interpolator = new Interpolator(data);
  }

  /**
   * The locations of a level.
   *
   * @return null when the level has none, which is something else than an empty list
   */
  @Nullable List<ResolvedLocation> resolve(
      HierarchyLevel level, Path datadir, boolean onlyExisting, Invocation invocation) {
    return switch (level.locationKey()) {
      case null -> null;
      case "path", "paths" ->
          paths(level.locations(), datadir, level.extension(), onlyExisting, invocation);
      case "glob", "globs" -> globs(level.locations(), datadir, invocation);
      case "uri", "uris" ->
          level.locations().stream()
              .map(uri -> ResolvedLocation.ofUri(uri(text(uri, invocation)), uri))
              .toList();
      default -> mapped(level.locations(), datadir, invocation);
    };
  }

  private static String uri(String text) {
    if (text.chars().anyMatch(c -> c > 127)) {
      throw new RubyArgumentError("URI must be ascii only " + escaped(text));
    }
    try {
      String authority = new URI(text).getRawAuthority();
      if (authority != null && !AUTHORITY.matcher(authority).matches()) {
        throw new URISyntaxException(text, "port");
      }
      return text;
    } catch (URISyntaxException e) {
      throw new RubyArgumentError("bad URI(is not URI?): " + RubyValue.inspect(text));
    }
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder("\"");
    text.codePoints()
        .forEach(c -> out.append(c < 128 ? Character.toString(c) : "\\u%04X".formatted(c)));
    return out.append('"').toString();
  }

  /** Files by name; absent ones too, unless only existing ones are wanted. */
  List<ResolvedLocation> paths(
      List<?> written,
      Path datadir,
      @Nullable String extension,
      boolean onlyExisting,
      Invocation invocation) {
    List<ResolvedLocation> result = new ArrayList<>();
    for (Object element : written) {
      String path = text(String.valueOf(element), invocation);
      String extended = extension == null || path.endsWith(extension) ? path : path + extension;
      ResolvedLocation location =
          ResolvedLocation.ofFile(join(datadir, extended), String.valueOf(element), data);
      if (location.exists() || !onlyExisting) {
        result.add(location);
      }
    }
    return result;
  }

  private List<ResolvedLocation> globs(List<String> written, Path datadir, Invocation invocation) {
    List<ResolvedLocation> result = new ArrayList<>();
    for (String glob : written) {
      String pattern = join(datadir, text(glob, invocation)).toString();
      data.glob(pattern).forEach(file -> result.add(ResolvedLocation.ofFile(file, pattern, data)));
    }
    return result;
  }

  private List<ResolvedLocation> mapped(List<String> triplet, Path datadir, Invocation invocation) {
    String variable = triplet.get(0);
    Object values =
        Interpolator.variable(
            new Expression(null, variable, KeySegments.split(variable), false),
            "mapped_path[0]",
            invocation);
    List<ResolvedLocation> result = new ArrayList<>();
    for (Object value : elements(values)) {
      result.add(
          ResolvedLocation.ofFile(
              join(datadir, with(triplet.get(1), value, triplet.get(2), invocation)),
              triplet.get(2),
              data));
    }
    return result;
  }

  private static List<?> elements(@Nullable Object values) {
    return switch (values) {
      case null -> List.of();
      case String text -> text.isEmpty() ? List.of() : List.of(text);
      case List<?> list -> list;
      case Map<?, ?> map ->
          map.entrySet().stream().map(e -> List.of(e.getKey(), e.getValue())).toList();
      default -> List.of();
    };
  }

  /** Interpolates a template while a variable has a value. */
  private String with(String variable, Object value, String template, Invocation invocation) {
    Scope scope = invocation.scope();
    Interpolations remembered = invocation.remembered();
    Scope.Mark mark = scope.mark();
    scope.pushLocal(Map.of(variable, value));
    if (remembered != null) {
      remembered.ignore(variable);
    }
    try {
      return text(template, invocation);
    } finally {
      scope.reset(mark);
      if (remembered != null) {
        remembered.ignore(null);
      }
    }
  }

  String text(String written, Invocation invocation) {
    return String.valueOf(interpolator.interpolate(written, invocation, false));
  }

  static Path join(Path directory, String path) {
    return directory.resolve(path.replace("\0", "")).normalize();
  }
}
