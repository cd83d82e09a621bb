// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.catalog;

import io.bunraku.compiler.port.ResourceTypeInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the namevars of a resource type off its Ruby source, where nothing better describes it: no
 * {@code .resource_types} of the environment and no Ruby at hand. Which parameters there are is
 * left open, since code may add them in any way.
 */
final class RubyTypeScan {

  private static final Pattern PARAM =
      Pattern.compile("\\bnewparam\\s*\\(?\\s*:['\"]?(\\w+)['\"]?(.*)");
  private static final Pattern NAMEVAR_OPTION =
      Pattern.compile("\\bnamevar(:|['\"]?\\s*=>)\\s*true");
  private static final Pattern NOT_ISOMORPHIC = Pattern.compile("@isomorphic\\s*=\\s*false");

  private RubyTypeScan() {}

  static ResourceTypeInfo scan(String name, String text) {
    List<String> namevars = new ArrayList<>();
    boolean isomorphic = true;
    String param = "";
    for (String line : text.lines().toList()) {
      String code = line.stripLeading();
      Matcher matcher = PARAM.matcher(code);
      if (code.startsWith("#")) {
        continue;
      }
      if (matcher.find()) {
        param = matcher.group(1);
        if (param.equals("name") || NAMEVAR_OPTION.matcher(matcher.group(2)).find()) {
          add(namevars, param);
        }
      }
      if (code.startsWith("isnamevar") && !param.isEmpty()) {
        add(namevars, param);
      }
      isomorphic &= !NOT_ISOMORPHIC.matcher(code).find();
    }
    return new ResourceTypeInfo(
        name, namevars.isEmpty() ? List.of("name") : namevars, Set.of(), isomorphic, List.of());
  }

  private static void add(List<String> namevars, String param) {
    if (!namevars.contains(param)) {
      namevars.add(param);
    }
  }
}
