package io.github.hybridnet.drill.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ResourceDefinitionTest {
  private static final String DIGEST = "1deeb25bad4dbce2cf6b66b9f23879cc";

  /** Tags and files of drills that are not finished hold it: another one would be a change. */
  @Test
  void theFingerprintIsAFormat() {
    Map<String, Object> body = Map.of("name", "p", "properties", Map.of("vlanId", 100));
    assertThat(ResourceDefinition.of(body).fingerprint()).isEqualTo(DIGEST);
  }

  @Test
  void whatOnlyTheServiceSetsIsNoPartOfIt() {
    Map<String, Object> properties =
        Map.of("vlanId", 100, "provisioningState", "Updating", "resourceGuid", "g-1");
    Map<String, Object> body =
        Map.of("name", "p", "etag", "W/1", "systemData", Map.of(), "properties", properties);
    assertThat(ResourceDefinition.of(body).fingerprint()).isEqualTo(DIGEST);
  }
}
