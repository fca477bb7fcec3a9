package io.github.hybridnet.simulator.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeploymentHistoryTest {
  private static final String NOTHING =
      "{'$schema': 'x', 'contentVersion': '1.0.0.0', 'resources': []}";

  private Rig rig;

  @BeforeEach
  void start(@TempDir Path directory) {
    rig = new Rig(directory);
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void theOldestGoWhenThereAreTooMany() {
    for (int i = 0; i < 775; i++) {
      rig.deploy("d" + i, NOTHING);
    }
    rig.pass(60);
    assertThat(kept()).hasSize(775);

    rig.deploy("last", NOTHING);

    assertThat(kept()).hasSize(750);
    assertThat(rig.send("GET", rig.deployment("last"), "").status()).isEqualTo(200);
    assertThat(rig.send("GET", rig.deployment("d774"), "").status()).isEqualTo(200);
  }

  private JsonNode kept() {
    String all = rig.group() + "/providers/Microsoft.Resources/deployments";
    return rig.send("GET", all, "").json().path("value");
  }
}
