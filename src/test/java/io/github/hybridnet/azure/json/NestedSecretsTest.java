package io.github.hybridnet.azure.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a version of Azure that we do not know may send: the shape of a secret is not known. */
class NestedSecretsTest {
  private final List<String> noted = new ArrayList<>();

  @Test
  void whateverStandsUnderTheNameOfASecretIsOne() {
    Map<String, Object> body =
        Map.of(
            "properties",
            Map.of(
                "sharedKey", Map.of("value", "canary-1", "kind", List.of(Map.of("x", "canary-2"))),
                "radiusServerSecrets", List.of("canary-3"),
                "routes", List.of(Map.of("md5Key", "canary-4", "name", "plain")),
                "enabledSecret", true));
    Map<String, Object> masked =
        BodySecrets.masked(
            body,
            secret -> {
              noted.add(secret.reveal());
              return secret;
            });
    assertThat(masked.toString()).doesNotContain("canary").contains("plain");
    assertThat(noted).containsExactlyInAnyOrder("canary-1", "canary-2", "canary-3", "canary-4");
    assertThat(JsonTree.read(BodySecrets.json(masked, secret -> secret))).contains(body);
  }
}
