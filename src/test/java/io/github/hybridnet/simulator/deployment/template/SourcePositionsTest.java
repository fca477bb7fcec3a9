package io.github.hybridnet.simulator.deployment.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.github.hybridnet.simulator.deployment.template.SourcePositions.Position;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class SourcePositionsTest {
  private static final String TEMPLATE = "/properties/template";

  private static SourcePositions read(String template) throws IOException {
    String document = "{\"properties\":{\"template\":" + template.replace('\'', '"') + "}}";
    try (JsonParser parser = new JsonFactory().createParser(document)) {
      return SourcePositions.read(parser);
    }
  }

  @Test
  void whatMessagesNameIsFound() throws IOException {
    SourcePositions sourcePositions =
        read(
            """
            {'parameters':{'p':{'type':'string'}},
            'outputs':{'o':{'value':[1]}},
            'resources':[{'name':'a'},
            {'resources':[{},
            {}]}]}
            """);
    assertThat(sourcePositions.at(TEMPLATE)).isEqualTo(new Position(1, 27, "properties.template"));
    assertThat(sourcePositions.at(TEMPLATE + "/parameters/p"))
        .isEqualTo(new Position(1, 46, "properties.template.parameters.p"));
    assertThat(sourcePositions.at(TEMPLATE + "/outputs/o").line()).isEqualTo(2);
    assertThat(sourcePositions.at(TEMPLATE + "/resources/1"))
        .isEqualTo(new Position(4, 1, "properties.template.resources[1]"));
    assertThat(sourcePositions.at(TEMPLATE + "/resources/1/resources/1"))
        .isEqualTo(new Position(5, 1, "properties.template.resources[1].resources[1]"));
    assertThat(sourcePositions.at(TEMPLATE + "/resources/0/name")).isEqualTo(Position.NONE);
    assertThat(sourcePositions.at(TEMPLATE + "/outputs/o/value/0")).isEqualTo(Position.NONE);
  }

  @Test
  void deepDocumentTakesLittleMemory() throws IOException {
    int depth = 900;
    String deep = "[".repeat(depth) + "1,".repeat(2_000_000) + "1" + "]".repeat(depth);
    String longName = "'" + "x".repeat(40_000) + "'";
    SourcePositions sourcePositions =
        read("{" + longName + ":{'y':" + deep + "},'resources':[" + deep + ",{}]}");
    assertThat(sourcePositions.at(TEMPLATE + "/resources/1").path())
        .isEqualTo("properties.template.resources[1]");
  }
}
