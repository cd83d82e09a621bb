// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.port;

import io.bunraku.compiler.value.PuppetRegexp;
import java.util.List;
import java.util.Set;

/**
 * What the compiler must know of a type of resources that is written in Ruby.
 *
 * @param name lower case
 * @param namevars parameters that identify a resource; seldom more than one
 * @param parameters names of all parameters and properties, namevars included, metaparameters not;
 *     empty when they are not known, and then every name is accepted
 * @param isomorphic whether the namevars' values must be unique in a catalog
 * @param titlePatterns how a title becomes values of namevars, the first that matches counts; empty
 *     when the whole title is the only namevar's value
 */
public record ResourceTypeInfo(
    String name,
    List<String> namevars,
    Set<String> parameters,
    boolean isomorphic,
    List<TitlePattern> titlePatterns) {

  /**
   * A way to split a title.
   *
   * @param regexp what the title must match
   * @param parameters one for each group, in order
   */
  public record TitlePattern(PuppetRegexp regexp, List<String> parameters) {
    public TitlePattern {
      parameters = List.copyOf(parameters);
    }
  }

  public ResourceTypeInfo {
    namevars = List.copyOf(namevars);
    parameters = Set.copyOf(parameters);
    titlePatterns = List.copyOf(titlePatterns);
  }

  /** The parameter that stands for {@code name}: the namevar when there is exactly one. */
  public String namevar() {
    return namevars.size() == 1 ? namevars.get(0) : "name";
  }
}
