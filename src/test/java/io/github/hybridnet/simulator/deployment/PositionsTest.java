package io.github.hybridnet.simulator.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.github.hybridnet.simulator.deployment.Positions.Position;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class PositionsTest {
  private static final String TEMPLATE = "/properties/template";

  private static Positions read(String template) throws IOException {
    String document = "{\"properties\":{\"template\":" + template.replace('\'', '"') + "}}";
    try (JsonParser parser = new JsonFactory().createParser(document)) {
      return Positions.read(parser);
    }
  }

  @Test
  void whatMessagesNameIsFound() throws IOException {
    Positions positions =
        read(
            """
            {'parameters':{'p':{'type':'string'}},
            'outputs':{'o':{'value':[1]}},
            'resources':[{'name':'a'},
            {'resources':[{},
            {}]}]}
            """);
    assertThat(positions.at(TEMPLATE)).isEqualTo(new Position(1, 27, "properties.template"));
    assertThat(positions.at(TEMPLATE + "/parameters/p"))
        .isEqualTo(new Position(1, 46, "properties.template.parameters.p"));
    assertThat(positions.at(TEMPLATE + "/outputs/o").line()).isEqualTo(2);
    assertThat(positions.at(TEMPLATE + "/resources/1"))
        .isEqualTo(new Position(4, 1, "properties.template.resources[1]"));
    assertThat(positions.at(TEMPLATE + "/resources/1/resources/1"))
        .isEqualTo(new Position(5, 1, "properties.template.resources[1].resources[1]"));
    assertThat(positions.at(TEMPLATE + "/resources/0/name")).isEqualTo(Position.NONE);
    assertThat(positions.at(TEMPLATE + "/outputs/o/value/0")).isEqualTo(Position.NONE);
  }

  @Test
  void deepDocumentTakesLittleMemory() throws IOException {
    int depth = 900;
    String deep = "[".repeat(depth) + "1,".repeat(2_000_000) + "1" + "]".repeat(depth);
    String longName = "'" + "x".repeat(40_000) + "'";
    Positions positions =
        read("{" + longName + ":{'y':" + deep + "},'resources':[" + deep + ",{}]}");
    assertThat(positions.at(TEMPLATE + "/resources/1").path())
        .isEqualTo("properties.template.resources[1]");
  }
}
