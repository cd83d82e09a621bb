// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.config;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Our own YAML file. Nodes are read rather than objects, so that errors can name a line. */
final class ConfigFile {

  private final String name;

  private ConfigFile(String name) {
    this.name = name;
  }

  static Map<ConfigKey, Setting> read(Path file) throws ConfigException {
    try {
      return parse(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new ConfigException("Could not read " + file + ": " + e.getMessage());
    }
  }

  static Map<ConfigKey, Setting> parse(String name, String text) throws ConfigException {
    Node root;
    try {
      root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw new ConfigException(name + ":" + line + ": " + e.getProblem());
    }
    return new ConfigFile(name).settings(root);
  }

  private Map<ConfigKey, Setting> settings(@Nullable Node root) throws ConfigException {
    Map<ConfigKey, Setting> settings = new EnumMap<>(ConfigKey.class);
    if (root == null) {
      return settings;
    }
    if (!(root instanceof MappingNode mapping)) {
      throw error(root, "expected keys and values");
    }
    for (NodeTuple tuple : mapping.getValue()) {
      ConfigKey key = key(tuple.getKeyNode());
      if (settings.containsKey(key)) {
        throw error(tuple.getKeyNode(), "'" + key.key() + "' is given twice");
      }
      Node value = tuple.getValueNode();
      if (!isNull(value)) {
        settings.put(key, new Setting(value(value), origin(value)));
      }
    }
    return settings;
  }

  private ConfigKey key(Node node) throws ConfigException {
    String text = scalar(node);
    return ConfigKey.named(text)
        .orElseThrow(() ->
            error(
                node,
                "unknown key '"
                    + text
                    + "'; did you mean '"
                    + ConfigKey.nearest(text).key()
                    + "'?"));
  }

  private Object value(Node node) throws ConfigException {
    if (node instanceof SequenceNode sequence) {
      List<String> list = new ArrayList<>();
      for (Node item : sequence.getValue()) {
        list.add(scalar(item));
      }
      return List.copyOf(list);
    }
    if (node instanceof MappingNode mapping) {
      Map<String, String> map = new LinkedHashMap<>();
      for (NodeTuple tuple : mapping.getValue()) {
        flatten(scalar(tuple.getKeyNode()), tuple.getValueNode(), map);
      }
      return map;
    }
    return scalar(node);
  }

  /** Nested maps become dotted keys, as {@code --set} writes them. */
  private void flatten(String key, Node node, Map<String, String> into) throws ConfigException {
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        flatten(key + "." + scalar(tuple.getKeyNode()), tuple.getValueNode(), into);
      }
    } else if (node instanceof SequenceNode sequence) {
      List<String> items = new ArrayList<>();
      for (Node item : sequence.getValue()) {
        items.add(scalar(item));
      }
      into.put(key, String.join(",", items));
    } else {
      into.put(key, scalar(node));
    }
  }

  private String scalar(Node node) throws ConfigException {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw error(node, "expected a plain value");
  }

  private static boolean isNull(Node node) {
    return node instanceof ScalarNode scalar
        && org.yaml.snakeyaml.nodes.Tag.NULL.equals(scalar.getTag());
  }

  private ConfigException error(Node node, String what) {
    return new ConfigException(origin(node) + ": " + what);
  }

  private String origin(Node node) {
    return name + ":" + (node.getStartMark().getLine() + 1);
  }
}
