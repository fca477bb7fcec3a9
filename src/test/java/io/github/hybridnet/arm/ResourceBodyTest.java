package io.github.hybridnet.arm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.model.Secret;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ResourceBodyTest {
  private static final Secret KEY = Secret.of("a key of somebody", Secret.Source.FILE);
  private static final ResourceBody BODY =
      new ResourceBody(
          Map.of(
              "name",
              "gw",
              "zones",
              List.of(1, "2"),
              "properties",
              Map.of(
                  "sharedKey",
                  KEY,
                  "weight",
                  10,
                  "peer",
                  Map.of("id", "/a"),
                  "ipConfigurations",
                  List.of(Map.of("name", "first"), Map.of("name", "second")))));

  @Test
  void membersAreFoundByTheirPath() {
    assertThat(BODY.name()).isEqualTo("gw");
    assertThat(BODY.text("properties", "peer", "id")).isEqualTo("/a");
    assertThat(BODY.text("properties", "weight")).isEqualTo("10");
    assertThat(BODY.value("properties", "weight")).isEqualTo(10);
    assertThat(BODY.texts("zones")).containsExactly("1", "2");
    assertThat(BODY.properties().body("peer").text("id")).isEqualTo("/a");
    assertThat(BODY.bodies("properties", "ipConfigurations"))
        .extracting(ResourceBody::name)
        .containsExactly("first", "second");
    assertThat(BODY.secret("properties", "sharedKey")).contains(KEY);
  }

  @Test
  void aNumberTakesAnElementOfAList() {
    assertThat(BODY.text("properties", "ipConfigurations", "1", "name")).isEqualTo("second");
    assertThat(BODY.text("properties", "ipConfigurations", "2", "name")).isEmpty();
    assertThat(BODY.text("properties", "ipConfigurations", "-1", "name")).isEmpty();
    assertThat(BODY.text("properties", "ipConfigurations", "name")).isEmpty();
    assertThat(BODY.text("properties", "ipConfigurations", "99999999999", "name")).isEmpty();
  }

  @Test
  void whatIsNotThereIsEmpty() {
    assertThat(BODY.value("properties", "peer", "id", "more")).isNull();
    assertThat(BODY.text("nothing")).isEmpty();
    assertThat(BODY.body("name").isEmpty()).isTrue();
    assertThat(BODY.bodies("properties")).isEmpty();
    assertThat(BODY.texts("name")).isEmpty();
    assertThat(BODY.secret("properties", "weight")).isEmpty();
    assertThat(ResourceBody.of(null).properties().name()).isEmpty();
    assertThat(ResourceBody.of(Arrays.asList("x", null)).isEmpty()).isTrue();
  }

  @Test
  void anotherValueIsInACopy() {
    ResourceBody other = BODY.with("/b", "properties", "peer", "id").with(1, "new", "member");

    assertThat(other.text("properties", "peer", "id")).isEqualTo("/b");
    assertThat(other.text("properties", "weight")).isEqualTo("10");
    assertThat(other.text("new", "member")).isEqualTo("1");
    assertThat(BODY.text("properties", "peer", "id")).isEqualTo("/a");
  }

  @Test
  void aMemberIsLeftOutOfACopy() {
    ResourceBody other = BODY.without("properties", "sharedKey");

    assertThat(other.properties().members()).doesNotContainKey("sharedKey").hasSize(3);
    assertThat(BODY.without("properties", "nothing", "at", "all")).isEqualTo(BODY);
  }

  @Test
  void noTextOfABodyShowsASecret() {
    assertThat(BODY.toString()).doesNotContain("a key of somebody");
  }

  @Test
  void whatTheServiceAloneSaysIsReadTolerantly() {
    ActualResource resource =
        new ActualResource(
            new ResourceKey("s", "g", ResourceType.CONNECTION, "c"),
            null,
            "updating",
            BODY.members(),
            Map.of("connectionStatus", " Connected ", "a", "unknown", "b", " ", "bytes", 5));

    assertThat(resource.observedState("connectionStatus")).contains("Connected");
    assertThat(resource.observedState("a")).isEmpty();
    assertThat(resource.observedState("b")).isEmpty();
    assertThat(resource.observedState("c")).isEmpty();
    assertThat(resource.observedNumber("bytes")).isEqualTo(OptionalLong.of(5));
    assertThat(resource.observedNumber("a")).isEmpty();
    assertThat(resource.properties().text("weight")).isEqualTo("10");
    assertThat(resource.isChanging()).isTrue();
    assertThat(resource.withBody(Map.of()).properties().isEmpty()).isTrue();
  }
}
