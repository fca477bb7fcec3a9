package io.github.hybridnet.plan.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.ResourceBody;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.plan.ResourceChange;
import io.github.hybridnet.plan.declared.DeclaredResource;
import io.github.hybridnet.plan.declared.DeclaredResource.WriteRules;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a request sends, and which of several values it is. */
class RequestBodyTest {
  private static final ResourceKey CIRCUIT =
      new ResourceKey("sub", "hub-rg", ResourceType.CIRCUIT, "hub-erc");

  private static final DeclaredResource DECLARED =
      new DeclaredResource(
          CIRCUIT,
          Map.of("location", "westus", "properties", Map.of("bandwidth", 100, "declared", "d")),
          List.of(),
          new WriteRules(
              Set.of(),
              Set.of("location"),
              List.of(),
              false,
              Map.of("properties", Map.of("hidden", "h", "bandwidth", 300)),
              Map.of(),
              false));

  private static ActualResource actual(String state, Map<String, Object> body) {
    return new ActualResource(CIRCUIT, "\"1\"", state, body, Map.of());
  }

  private static ResourceBody body(ResourceChange.Action action, @Nullable ActualResource actual) {
    return new ResourceBody(
        RequestBody.of(new ResourceChange(action, DECLARED, actual, List.of())));
  }

  @Test
  void anUpdateSendsWhatIsHiddenOverWhatIsDeclaredOverWhatThereIs() {
    ActualResource actual =
        actual(
            "Succeeded",
            Map.of("location", "eastus", "properties", Map.of("kept", "k", "declared", "old")));

    ResourceBody sent = body(ResourceChange.Action.UPDATE, actual);

    assertThat(sent.properties().members())
        .isEqualTo(Map.of("kept", "k", "declared", "d", "hidden", "h", "bandwidth", 300));
    assertThat(sent.text("location")).as("only set at the creation").isEqualTo("eastus");
  }

  @Test
  void aFailedCreationIsSentWithAllThatACreationTakes() {
    ResourceBody sent = body(ResourceChange.Action.UPDATE, actual("Failed", Map.of()));

    assertThat(sent.text("location")).isEqualTo("westus");
  }

  @Test
  void aFailedUpdateKeepsWhatWasOnlySetAtTheCreation() {
    ResourceBody sent =
        body(ResourceChange.Action.UPDATE, actual("Failed", Map.of("location", "eastus")));

    assertThat(sent.text("location")).isEqualTo("eastus");
  }

  @Test
  void aCreationSendsTheDeclaration() {
    assertThat(body(ResourceChange.Action.CREATE, null).members()).isEqualTo(DECLARED.body());
  }

  @Test
  void aReplacementLeavesOutWhatIsNotDeclared() {
    ActualResource actual =
        actual("Succeeded", Map.of("tags", Map.of("owner", "net"), "properties", Map.of("x", 1)));

    assertThat(body(ResourceChange.Action.REPLACE, actual).members())
        .isEqualTo(
            new ResourceBody(DECLARED.body()).with(Map.of("owner", "net"), "tags").members());
  }
}
