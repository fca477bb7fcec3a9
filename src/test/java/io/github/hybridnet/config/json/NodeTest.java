package io.github.hybridnet.config.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.SealedExamples;
import io.github.hybridnet.model.SourceLocation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NodeTest {
  private static final SourceLocation PLACE = SourceLocation.of("a.json");

  @Test
  void eachKindOfNodeIsShownToTheSchemaLibrary() {
    Node text = Node.Text.literal(PLACE, "t");
    Node number = new Node.Literal(PLACE, 7L);
    Node items = new Node.Items(PLACE, List.of(text, number, new Node.Literal(PLACE, null)));
    Node members = new Node.Members(PLACE, Map.of("a", new Node.Member(PLACE, items)));
    String[] expected = {"\"t\"", "7", "[\"t\",7,null]", "{\"a\":[\"t\",7,null]}"};
    List<Node> nodes = SealedExamples.of(Node.class, text, number, items, members);
    for (int i = 0; i < expected.length; i++) {
      assertThat(nodes.get(i).toJackson()).hasToString(expected[i]);
    }
    assertThat(nodes).extracting(Node::kind).doesNotHaveDuplicates();
  }
}
