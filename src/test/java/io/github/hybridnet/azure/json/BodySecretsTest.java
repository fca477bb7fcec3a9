package io.github.hybridnet.azure.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.model.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BodySecretsTest {
  private static final Map<String, Object> BODY =
      JsonTree.read(
              """
              {"a":1,"big":4294967295,"f":1.5,"t":true,"n":null,"e":[],
               "properties":{"sharedKey":"c1","list":[{"authorizationKey":"c2"},[{"sharedKey":"c3"}]],
                "radiusServers":[{"radiusServerSecret":"c4","score":3}]}}
              """)
          .orElseThrow();

  @Test
  void masksEachSecretAtAnyDepthAndTellsOfIt() {
    List<String> noted = new ArrayList<>();
    Map<String, Object> masked =
        BodySecrets.masked(
            BODY,
            secret -> {
              noted.add(secret.reveal());
              return secret;
            });
    assertThat(masked.toString()).doesNotContain("c1", "c2", "c3", "c4").contains("score=3");
    assertThat(noted).containsExactly("c1", "c2", "c3", "c4");
  }

  @Test
  void revealsForTheWireWhatItMasked() {
    Map<String, Object> masked = BodySecrets.masked(BODY, secret -> secret);
    assertThat(JsonTree.read(BodySecrets.json(masked, secret -> secret))).contains(BODY);
  }

  @Test
  void masksOnlyTexts() {
    Map<String, Object> masked = BodySecrets.masked(Map.of("sharedKey", 5), secret -> secret);
    assertThat(masked).isEqualTo(Map.of("sharedKey", 5));
    assertThat(Secret.of("x", Secret.Source.CLOUD).toString()).isEqualTo("***");
  }

  @Test
  void whatIsNoObjectIsEmpty() {
    for (String text : List.of("", "null", "[]", "5", "{", "<html>", "{\"a\":}")) {
      assertThat(JsonTree.read(text)).as(text).isEmpty();
    }
  }
}
