package io.github.hybridnet.config.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Replaces values of a tree, each known by itself and its place. */
public final class NodeReplacement {
  private NodeReplacement() {}

  public static Node apply(Node node, Map<Node, Node> replacements) {
    if (replacements.isEmpty()) {
      return node;
    }
    if (node instanceof Node.Members members) {
      Map<String, Node.Member> rewritten = new LinkedHashMap<>();
      members
          .members()
          .forEach(
              (name, member) ->
                  rewritten.put(
                      name,
                      new Node.Member(member.namePlace(), apply(member.value(), replacements))));
      return new Node.Members(members.place(), rewritten);
    }
    if (node instanceof Node.Items items) {
      List<Node> rewritten = new ArrayList<>();
      items.items().forEach(item -> rewritten.add(apply(item, replacements)));
      return new Node.Items(items.place(), rewritten);
    }
    return replacements.getOrDefault(node, node);
  }
}
