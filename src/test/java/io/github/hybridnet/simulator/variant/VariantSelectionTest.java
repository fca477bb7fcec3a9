package io.github.hybridnet.simulator.variant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.hybridnet.simulator.AzureSimulator;
import io.github.hybridnet.simulator.SimulatorAdmin;
import io.github.hybridnet.simulator.SimulatorException;
import io.github.hybridnet.simulator.junit.Simulator;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How the owner of a simulator chooses. */
@Simulator(variants = "etag=absent")
class VariantSelectionTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void variantsOfTheOptionsArePlayedUntilOthersAreChosen(SimulatorAdmin admin) throws Exception {
    assertThat(value(admin, "etag")).isEqualTo("absent");
    admin.variants(Map.of("list-order", "reversed"));
    assertThat(value(admin, "etag")).isEqualTo("present");
    assertThat(value(admin, "list-order")).isEqualTo("reversed");
    admin.send("DELETE", "variants", "");
    assertThat(value(admin, "list-order")).isEqualTo("by-creation");
    admin.variants(Map.of("etag", "absent"));
  }

  @Test
  void mistakesChangeNothing(SimulatorAdmin admin) throws Exception {
    assertThatThrownBy(() -> admin.variants(Map.of("etag", "gone")))
        .isInstanceOf(SimulatorException.class)
        .hasMessageContaining("Nothing was chosen: 'etag' must be one of present, absent");
    assertThat(value(admin, "etag")).isEqualTo("absent");
  }

  @Test
  void optionsWithMistakesKeepItFromStarting() {
    assertThatThrownBy(() -> AzureSimulator.start(options -> options.withVariants("etag=gone,x=1")))
        .isInstanceOf(SimulatorException.class)
        .hasMessageStartingWith(
            "The simulator's variants have mistakes:\n"
                + "  'etag' must be one of present, absent, not 'gone'\n"
                + "  there is no variant 'x'; there are ");
    assertThatThrownBy(() -> AzureSimulator.start(options -> options.withVariants("@nowhere.txt")))
        .hasMessage("The simulator's variants cannot be read: there is no file 'nowhere.txt'.");
  }

  private static String value(SimulatorAdmin admin, String name) throws Exception {
    for (JsonNode each : JSON.readTree(admin.send("GET", "variants", "")).path("variants")) {
      if (each.path("name").asText().equals(name)) {
        return each.path("value").asText();
      }
    }
    throw new AssertionError(name);
  }
}
