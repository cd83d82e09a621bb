// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.cli;

import io.bunraku.compiler.hiera.yaml.PsychYaml;
import io.bunraku.compiler.hiera.yaml.RubySymbol;
import io.bunraku.compiler.ruby.RubyText;
import io.bunraku.compiler.value.Undef;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/** Writes values of the language as Ruby's Psych does, which quotes what it would misread. */
final class PsychRepresenter extends Representer {

  private static final Pattern SEVERAL_LINES = Pattern.compile("\\n(?!\\n?\\z)");
  private static final Pattern INDICATOR =
      Pattern.compile("^[^\\p{IsAlphabetic}\\p{Mn}\\p{Nd}_\\n][^\"]*$", Pattern.MULTILINE);
  private static final Pattern OCTAL_FLOAT = Pattern.compile("\\A0[0-7]*\\.[0-9]");

  PsychRepresenter(DumperOptions options) {
    super(options);
    nullRepresenter = data -> representScalar(Tag.NULL, "");
    representers.put(Undef.class, data -> representScalar(Tag.NULL, ""));
    representers.put(String.class, data -> text((String) data));
    representers.put(
        RubySymbol.class, data -> representScalar(Tag.STR, ":" + data, ScalarStyle.PLAIN));
    representers.put(Double.class, data -> representScalar(Tag.FLOAT, number((Double) data)));
    multiRepresenters.put(Object.class, data -> text(data.toString()));
  }

  private static String number(double number) {
    if (Double.isNaN(number)) {
      return ".nan";
    }
    return Double.isInfinite(number) ? number > 0 ? ".inf" : "-.inf" : RubyText.of(number);
  }

  private Node text(String text) {
    return representScalar(Tag.STR, text, style(text));
  }

  private static ScalarStyle style(String text) {
    if (SEVERAL_LINES.matcher(text).find()) {
      return ScalarStyle.LITERAL;
    }
    if (text.equals("<<")) {
      return ScalarStyle.SINGLE_QUOTED;
    }
    if (text.equalsIgnoreCase("y") || text.equalsIgnoreCase("n")) {
      return ScalarStyle.DOUBLE_QUOTED;
    }
    if (INDICATOR.matcher(text).find()) {
      return ScalarStyle.DOUBLE_QUOTED;
    }
    return !PsychYaml.isText(text) || OCTAL_FLOAT.matcher(text).find()
        ? ScalarStyle.SINGLE_QUOTED
        : ScalarStyle.PLAIN;
  }
}
