package io.github.hybridnet.simulator.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateFileTest {
  @TempDir Path directory;
  private Path path;
  private StateFile file;

  @BeforeEach
  void prepare() throws IOException {
    path = directory.resolve("state.json");
    file = new StateFile(path, new SecretFields(SecretCipher.keyIn(directory.resolve("key"))));
  }

  @Test
  void whatIsSavedIsLoaded() throws IOException {
    assertThat(file.load()).isEmpty();
    ObjectNode state = JsonNodeFactory.instance.objectNode().put("sharedKey", "secret");
    file.save(state);
    file.save(state);
    assertThat(file.load().orElseThrow().path("sharedKey").asText()).isEqualTo("secret");
    try (var files = Files.list(directory)) {
      assertThat(files).containsExactlyInAnyOrder(path, directory.resolve("key"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"schemaVersion":1|it is not JSON
          []|it is not a state of the simulator
          {}|it is not a state of the simulator
          {"schemaVersion":2}|its schemaVersion is not 1, it comes from another version
          {"schemaVersion":1,"sharedKey":{"encrypted":"AAAA"}}|its secrets do not fit the key beside it
          """)
  void damagedFilesAreNamedAndKept(String content, String why) throws IOException {
    Files.writeString(path, content);
    assertThatThrownBy(() -> file.load())
        .isInstanceOf(BrokenFileException.class)
        .hasMessage(path + " cannot be used: " + why);
    assertThat(path).hasContent(content);
  }
}
